import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { until } from '@throughline/testing';
import {
  accepted,
  type Answer,
  eventsOf,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import { REPORTER, start } from './reporter.fixture.js';

const OPTIONS = ['--service', 'checkout', '--environment', 'production'];
const BUSY: Answer = { status: 503, headers: { 'retry-after': '60' }, body: {} };

let api: RecordingApi;
let isBusy: boolean;

beforeEach(async () => {
  isBusy = false;
  api = await recordingApi((request) => (isBusy ? BUSY : accepted(request)));
});

afterEach(() => api.close());

/** The reporter around a program of Node that says when it is ready to be signalled. */
async function wrapping(program: string) {
  const environment = { THROUGHLINE_URL: api.url };
  const command = [
    process.execPath,
    '-e',
    `${program}; console.log('ready'); setInterval(() => {}, 1000)`,
  ] as const;
  const running = start(
    [process.execPath, REPORTER, 'deployment', ...OPTIONS, '--', ...command],
    environment,
    tmpdir(),
  );
  await once(running.child.stdout ?? running.child, 'data');
  return running;
}

describe('a command that is wrapped and stopped', () => {
  it.each<[string, NodeJS.Signals, string, number, string]>([
    [
      'has the last word',
      'SIGTERM',
      "process.on('SIGTERM', () => process.exit(3))",
      3,
      'cancelled',
    ],
    [
      'may take its time and succeed',
      'SIGTERM',
      "process.on('SIGTERM', () => setTimeout(() => process.exit(0), 20))",
      0,
      'succeeded',
    ],
    ['ends as a shell tells it', 'SIGINT', '', 130, 'cancelled'],
    ['ends as a shell tells it', 'SIGTERM', '', 143, 'cancelled'],
    ['ends as a shell tells it', 'SIGHUP', '', 129, 'cancelled'],
  ])('%s: %s', async (_, signal, program, exitCode, status) => {
    const { child, ended } = await wrapping(program);
    child.kill(signal);
    expect(await ended).toMatchObject({ exitCode, signal: null, stdout: 'ready\n' });
    expect(eventsOf(api).at(-1)).toMatchObject({ status });
  });

  it('is left at once when the job is stopped a second time while nobody takes the report', async () => {
    const { child, ended } = await wrapping("process.on('SIGTERM', () => process.exit(3))");
    isBusy = true;
    const before = api.requests.length;
    child.kill('SIGTERM');
    await until('the end to be told', () =>
      Promise.resolve(
        api.requests.slice(before).some(({ body }) => body.includes('"cancelled"')) || undefined,
      ),
    );
    child.kill('SIGTERM');
    const { exitCode, stderr } = await ended;
    expect(exitCode).toBe(3);
    expect(stderr).toContain('it was interrupted');
  });
});
