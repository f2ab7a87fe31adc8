/*
 * `npm test`: builds, opens the lanes (servers that some tests need), runs jest, and says at the very end which lanes
 * were open and which were skipped. Arguments go to jest: `npm test -- libs/store`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openBrowserLane } from './test/browser-lane.mjs';
import { openClickHouseLane } from './test/clickhouse-lane.mjs';
import { openKafkaLane } from './test/kafka-lane.mjs';
import { inWords } from './test/lane.mjs';
import { testEnvironment } from './test/test-environment.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = fileURLToPath(new URL('build.mjs', import.meta.url));
const JEST = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

/** jest cannot load ES modules without the first; the second keeps Node from saying so once a worker. */
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const EXIT_CODE_OF_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Lanes that may be skipped, and the variable that makes it a failure when one is. */
const REQUIREMENTS = [
  { lane: 'kafka', variable: 'THROUGHLINE_TEST_KAFKA' },
  { lane: 'browser', variable: 'THROUGHLINE_TEST_BROWSER' },
];

/** @param {string | undefined} value */
const isRequirement = (value) => value === undefined || value === 'required';

/** @type {import('node:child_process').ChildProcess | undefined} */
let jest;
/** @type {number | undefined} */
let interrupted;

/** @returns {Promise<number>} the exit code */
async function test() {
  const wrong = REQUIREMENTS.find(({ variable }) => !isRequirement(process.env[variable]));
  if (wrong !== undefined) {
    const { variable } = wrong;
    const value = process.env[variable];
    console.error(`${variable} is "${value}"; it can only be "required", or left out`);
    return 2;
  }
  const build = spawnSync(process.execPath, [BUILD], { stdio: 'inherit' });
  if (build.status !== 0) return 1;

  const lanes = [openBrowserLane(process.env), await openKafkaLane(process.env)];
  try {
    const missing = REQUIREMENTS.find(({ variable, lane }) => {
      const skipped = lanes.some((opened) => opened.name === lane && 'skipped' in opened);
      return skipped && process.env[variable] === 'required';
    });
    if (missing !== undefined) {
      const said = inWords(lanes).join('\n');
      console.error(`${said}\n${missing.variable}=required makes that a failure.`);
      return 1;
    }
    lanes.push(await openClickHouseLane(process.env));
    const exitCode = await runJest(lanes.filter((lane) => 'how' in lane));
    console.log(inWords(lanes).join('\n'));
    return exitCode;
  } finally {
    for (const lane of lanes) if ('how' in lane) await lane.stop();
  }
}

/**
 * @param {import('./test/lane.mjs').OpenLane[]} lanes
 * @returns {Promise<number>} the exit code
 */
async function runJest(lanes) {
  jest = spawn(process.execPath, [...NODE_FLAGS, JEST, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: testEnvironment(process.env, lanes),
    stdio: 'inherit',
  });
  const [exitCode] = await once(jest, 'exit');
  return interrupted ?? exitCode ?? 1;
}

for (const [signal, exitCode] of Object.entries(EXIT_CODE_OF_SIGNAL)) {
  process.on(signal, () => {
    interrupted = exitCode;
    // Nothing is under test yet: leaving takes along what was being started.
    if (jest) jest.kill(signal);
    else process.exit(exitCode);
  });
}
process.exitCode = await test();
