import { parseEvent, serialiseEvent, versionOf } from '../../libs/events/dist/index.js';
import { insertCommits, insertDeployments, openStore } from '../../libs/store/dist/index.js';
import { history } from './history.mjs';
import { inFreshFolder, startPlatform } from './platform.mjs';

const COMMITS = 60_000;
const EVENTS_A_POST = 5_000;
const ROUNDS = 3;

/**
 * From the first POST to the last row visible, beside plain inserts of the same rows into the same
 * engine, in turn.
 *
 * @param {(line: string) => void} say
 */
export async function run(say) {
  const { commits, deployments } = history(COMMITS);
  const events = [...commits, ...deployments];
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const plain = events.length / (await inFreshFolder((folder) => plainInserts(folder, events)));
    const ours = events.length / (await inFreshFolder((folder) => imported(folder, events)));
    say(
      `round ${round + 1}: ${Math.round(ours)} events/s imported, ${Math.round(plain)} rows/s inserted, ratio ${(ours / plain).toFixed(3)}`,
    );
    rounds.push({ ours, plain, ratio: ours / plain });
  }
  return {
    ratios: rounds.map(({ ratio }) => ratio),
    figures: {
      events: events.length,
      eventsPerSecond: rounds.map(({ ours }) => Math.round(ours)),
      plainRowsPerSecond: rounds.map(({ plain }) => Math.round(plain)),
    },
  };
}

/** Seconds to insert the events' fact rows, parsed beforehand, with nothing else. */
async function plainInserts(folder, events) {
  const facts = events.map((input) => {
    const parsed = parseEvent(input, 0);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return { event: parsed.event, version: versionOf(parsed.event, serialiseEvent(parsed.event)) };
  });
  const store = await openStore({ dataDirectory: folder });
  try {
    const start = performance.now();
    await insertCommits(
      store.client,
      facts.filter(({ event }) => event.type === 'commit'),
    );
    await insertDeployments(
      store.client,
      facts.filter(({ event }) => event.type === 'deployment'),
    );
    return (performance.now() - start) / 1000;
  } finally {
    await store.close();
  }
}

/** Seconds to post the events to a platform of its own until all of them are in its answers. */
async function imported(folder, events) {
  const bodies = [];
  for (let start = 0; start < events.length; start += EVENTS_A_POST) {
    const batch = events.slice(start, start + EVENTS_A_POST);
    bodies.push(batch.map((event) => JSON.stringify(event)).join('\n'));
  }
  const { url, stop } = await startPlatform(folder);
  try {
    const start = performance.now();
    for (const body of bodies) await post(url, body);
    await visible(url, events);
    return (performance.now() - start) / 1000;
  } finally {
    await stop();
  }
}

async function post(url, body) {
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  });
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
}

/**
 * Waits until the last commit that was deployed shows where it was shipped, then until the metrics
 * have every event. The first is asked often because it costs next to nothing.
 */
async function visible(url, events) {
  const deployments = events.filter(({ type }) => type === 'deployment');
  const last = deployments.at(-1);
  const shipped = events.findIndex(({ sha }) => sha === last.sha) + 1;
  await until(async () => {
    const { items = [] } = await ask(`${url}/v1/commits/${last.sha}`);
    return items[0]?.shipments.length > 0;
  });
  await until(async () => {
    const { rows } = await ask(`${url}/v1/metrics?from=2020-01-01&to=2090-01-01`);
    const [{ changeLeadTime, deploymentFrequency }] = rows;
    const { commits, mergeCommits, baselineCommits } = changeLeadTime;
    return (
      deploymentFrequency.deployments === deployments.length &&
      commits + mergeCommits + baselineCommits === shipped
    );
  });
}

async function ask(address) {
  const response = await fetch(address);
  return response.json();
}

async function until(isTrue) {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 25));
}
