import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inFreshFolder, startPlatform } from './platform.mjs';

const SERVICES = { whole: 100, short: 20 };
const ROUNDS = 3;

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/**
 * How long after the last of a run of failing deployments was posted a receiver has the alert, beside how
 * long it takes until that deployment can be read in the answers of the API, in turn with it. Each service
 * is in an environment of its own: else three of them would be told as one.
 *
 * @param {(line: string) => void} say
 * @param {{ short: boolean }} options
 */
export async function run(say, { short }) {
  const services = short ? SERVICES.short : SERVICES.whole;
  const rounds = [];
  for (let round = 0; round < (short ? 1 : ROUNDS); round += 1) {
    const { alerted, visible } = await inFreshFolder((folder) => measure(folder, services));
    const result = { alerted: quantiles(alerted), visible: quantiles(visible) };
    rounds.push(result);
    say(
      `round ${round + 1}: ${services} alerts, ${inWords(result.alerted)} after the last deployment was posted; visible in answers after ${inWords(result.visible)}`,
    );
  }
  return {
    ratios: rounds.map(({ alerted, visible }) => visible.p50 / alerted.p50),
    figures: {
      alerts: services,
      alertedSeconds: rounds.map(({ alerted }) => alerted),
      visibleSeconds: rounds.map(({ visible }) => visible),
    },
  };
}

async function measure(folder, services) {
  const receiver = await listen();
  const environments = Array.from({ length: services }, (_, index) => `production-${index}`);
  const configuration = join(folder, 'throughline.yaml');
  await writeFile(
    configuration,
    `environments: { production: [${environments.join(', ')}] }
receivers: { bench: { webhook: "${receiver.url}", secret: "of the benchmark", allowPrivate: true } }
routes: { otherwise: [bench] }
`,
  );
  const platform = await startPlatform(folder, { THROUGHLINE_CONFIG: configuration });
  const alerted = [];
  const visible = [];
  try {
    const now = Date.now();
    await post(
      platform.url,
      environments.flatMap((environment) => quarter(environment, now)),
    );
    await untilVisible(platform.url, environments.at(-1), `${environments.at(-1)}-usual-89`);
    for (const environment of environments) {
      await post(platform.url, failures(environment, Date.now()));
      const posted = performance.now();
      const [, seenAt] = await Promise.all([
        receiver.heardOf(environment).then((at) => alerted.push((at - posted) / 1000)),
        untilVisible(platform.url, environment, `${environment}-failing-5`),
      ]);
      visible.push((seenAt - posted) / 1000);
    }
  } finally {
    await platform.stop();
    await receiver.close();
  }
  return { alerted, visible };
}

function deployment(environment, id, finishedAt, status) {
  return {
    ...{ type: 'deployment', service: `service-of-${environment}`, environment },
    ...{ id: `${environment}-${id}`, status, finishedAt },
  };
}

/** A quarter of a service that fails once in fifteen times. */
function quarter(environment, now) {
  return Array.from({ length: 90 }, (_, day) =>
    deployment(
      environment,
      `usual-${day}`,
      now - (95 - day) * DAY,
      day % 15 === 7 ? 'failed' : 'succeeded',
    ),
  );
}

function failures(environment, now) {
  return Array.from({ length: 6 }, (_, index) =>
    deployment(environment, `failing-${index}`, now - (6 - index) * MINUTE, 'failed'),
  );
}

async function post(url, events) {
  for (let start = 0; start < events.length; start += 5_000) {
    const response = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(events.slice(start, start + 5_000)),
    });
    if (response.status !== 202) throw new Error(await response.text());
  }
}

/** @returns when it was seen */
async function untilVisible(url, environment, id) {
  for (;;) {
    const response = await fetch(`${url}/v1/deployments?environment=${environment}&limit=1`);
    const { items } = await response.json();
    if (items[0]?.id === id) return performance.now();
    await pause(25);
  }
}

/** A receiver on loopback that says when it heard of the alert of an environment. */
async function listen() {
  const waiting = new Map();
  const heard = new Map();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      response.end();
      const { environment } = JSON.parse(body).data.alert.subject;
      const at = performance.now();
      heard.set(environment, at);
      waiting.get(environment)?.(at);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    heardOf: (environment) =>
      heard.has(environment)
        ? Promise.resolve(heard.get(environment))
        : new Promise((resolve) => waiting.set(environment, resolve)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function quantiles(seconds) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (q) => sorted[Math.min(Math.floor(q * sorted.length), sorted.length - 1)];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function inWords({ p50, p99 }) {
  return `${p50.toFixed(2)} s (p99 ${p99.toFixed(2)} s)`;
}
