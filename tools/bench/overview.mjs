import { openStore } from '../../libs/store/dist/index.js';
import { fill } from './overview/fill.mjs';
import { organisation, serviceName } from './overview/organisation.mjs';
import { inFreshFolder, startPlatform } from './platform.mjs';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 730;
const QUARTER = 90;

const LARGE = { services: 1_000, rounds: 5 };
const SHORT = { services: 50, rounds: 2 };

/**
 * How long the questions of the dashboard's overview take over real HTTP, on the data of many
 * services and two years, beside reading the rows that the first of them rests on plainly.
 *
 * @param {(line: string) => void} say
 * @param {{ short: boolean }} form
 */
export function run(say, { short }) {
  const { services, rounds } = short ? SHORT : LARGE;
  const until = Math.floor(Date.now() / DAY) * DAY;
  return inFreshFolder(async (folder) => {
    const started = performance.now();
    const events = await fill(folder, organisation({ services, days: DAYS, until }));
    say(`filled in ${Math.round((performance.now() - started) / 1000)} s: ${inWords(events)}`);
    const plain = await plainReads(folder, rounds, until);
    const platform = await startPlatform(folder);
    try {
      const questions = {};
      for (const [name, path] of Object.entries(addresses(services, until))) {
        const asked = await ask(platform, path, rounds);
        say(`${name}: ${inWords(asked.figures)}`);
        questions[name] = asked;
      }
      const ours = Object.values(questions)[0].times;
      return {
        ratios: plain.map((time, round) => time / ours[round]),
        figures: {
          events,
          plainMilliseconds: plain.map(Math.round),
          questions: Object.fromEntries(
            Object.entries(questions).map(([name, { figures }]) => [name, figures]),
          ),
        },
      };
    } finally {
      await platform.stop();
    }
  });
}

/** What the overview asks, of the last quarter and of everything. */
function addresses(services, until) {
  const day = (back) => new Date(until - back * DAY).toISOString().slice(0, 10);
  const some = Array.from({ length: Math.min(30, services) }, (_, index) => serviceName(index));
  const windows = { '90 days': QUARTER, '2 years': DAYS };
  return Object.fromEntries(
    Object.entries(windows).flatMap(([name, days]) => {
      const window = `from=${day(days)}&to=${day(0)}`;
      return Object.entries({
        compare: `/v1/metrics?${window}&compare=previous`,
        weeks: `/v1/metrics?${window}&interval=week`,
        services: `/v1/metrics?${window}&groupBy=service&compare=previous`,
        sparklines: `/v1/metrics?${window}&groupBy=service&service=${some.join(',')}&interval=week&metrics=deploymentFrequency,changeFailRate`,
        deployments: `/v1/deployments?${window}&limit=50`,
        incidents: `/v1/incidents?${window}`,
        quality: `/v1/quality?${window}`,
        catalogue: '/v1/services',
      }).map(([question, path]) => [`${question}, ${name}`, path]);
    }),
  );
}

/** Asks a question some times, one after the other, after once to warm up. */
async function ask({ url, processorTime }, path, rounds) {
  const times = [];
  await answer(`${url}${path}`);
  const before = await processorTime();
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    bytes = await answer(`${url}${path}`);
    times.push(performance.now() - start);
  }
  const used = (await processorTime()) - before;
  const ordered = [...times].sort((a, b) => a - b);
  return {
    times,
    figures: {
      medianMs: Math.round(ordered[Math.floor(rounds / 2)]),
      maxMs: Math.round(ordered[rounds - 1]),
      processorMs: Math.round(used / rounds),
      bytes,
    },
  };
}

async function answer(address) {
  const response = await fetch(address);
  const body = await response.arrayBuffer();
  if (response.status !== 200) {
    throw new Error(`${response.status} for ${address}: ${Buffer.from(body).toString()}`);
  }
  return body.byteLength;
}

/** Milliseconds to read the facts of the last quarter and the one before it, with nothing else. */
async function plainReads(folder, rounds, until) {
  const store = await openStore({ dataDirectory: folder });
  const from = until - 2 * QUARTER * DAY;
  const reads = {
    deployments: 'finished_at',
    incidents: 'opened_at',
    changes: 'merged_at',
    commits: 'authored_at',
    first_shipments: 'shipped_at',
  };
  try {
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      for (const [table, at] of Object.entries(reads)) {
        const result = await store.client.query({
          query: `SELECT * FROM ${table} ${table === 'first_shipments' ? '' : 'FINAL'} WHERE ${at} >= fromUnixTimestamp64Milli({from:Int64})`,
          query_params: { from },
          format: 'JSONEachRow',
        });
        await result.json();
      }
      times.push(performance.now() - start);
    }
    return times;
  } finally {
    await store.close();
  }
}

function inWords(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
    .join(', ');
}
