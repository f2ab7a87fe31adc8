import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secondsToSend } from './ingest/load.mjs';
import { nativeEvent, SECRET, signedPush } from './ingest/requests.mjs';
import { inFreshFolder, NODE_OPTIONS } from './platform.mjs';

const REQUESTS = { whole: 20_000, short: 2_000 };
const WARM_UP = 2_000;
const CONNECTIONS = 64;
const ROUNDS = 3;

const KINDS = { events: nativeEvent, pushes: signedPush };

/**
 * Requests a second that the ingestor answers with 202 once what they say is durable in the embedded log,
 * beside the same framework with a handler that only verifies the signature and parses with the same
 * schemas. One event a request; a push brings three commits.
 *
 * @param {(line: string) => void} say
 * @param {{ short: boolean }} options
 */
export async function run(say, { short }) {
  const count = short ? REQUESTS.short : REQUESTS.whole;
  const rounds = [];
  for (let round = 0; round < (short ? 1 : ROUNDS); round += 1) {
    const plain = await inFreshFolder((folder) => rates(folder, 'reference', count));
    const ours = await inFreshFolder((folder) => rates(folder, 'ingestor', count));
    rounds.push({ ours, plain });
    for (const kind of Object.keys(KINDS)) {
      say(
        `round ${round + 1}: ${ours[kind]} ${kind}/s durable, ${plain[kind]}/s only parsed, ratio ${(ours[kind] / plain[kind]).toFixed(3)}`,
      );
    }
  }
  return {
    ratios: rounds.flatMap(({ ours, plain }) =>
      Object.keys(KINDS).map((kind) => ours[kind] / plain[kind]),
    ),
    figures: {
      requests: count,
      connections: CONNECTIONS,
      ingestorPerSecond: rounds.map(({ ours }) => ours),
      referencePerSecond: rounds.map(({ plain }) => plain),
    },
  };
}

/** Of each kind, requests a second. */
async function rates(folder, name, count) {
  await writeFile(
    join(folder, 'throughline.yaml'),
    `sources: { github: { secrets: ['${SECRET}'] } }\n`,
  );
  const server = await start(folder, name);
  const measured = {};
  try {
    for (const [kind, request] of Object.entries(KINDS)) {
      const requests = Array.from({ length: WARM_UP + count }, (_, index) => request(index));
      await secondsToSend(server.port, requests.slice(0, WARM_UP), CONNECTIONS);
      const seconds = await secondsToSend(server.port, requests.slice(WARM_UP), CONNECTIONS);
      measured[kind] = Math.round(count / seconds);
    }
  } finally {
    await server.stop();
  }
  return measured;
}

/** A server in a process of its own, which says its port on a line of its own. */
async function start(folder, name) {
  const script = new URL(`./ingest/${name}.mjs`, import.meta.url).pathname;
  const child = spawn(process.execPath, [...NODE_OPTIONS, script], {
    env: { ...process.env, THROUGHLINE_DATA_DIR: folder, UV_THREADPOOL_SIZE: '16' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  child.stdout.resume();
  return {
    port: Number(line.toString()),
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
