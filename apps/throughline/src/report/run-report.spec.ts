import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accepted,
  type Answer,
  eventsOf,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

const SHA = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';

/** What each request of the test is answered, in turn; then everything is accepted. */
let answers: Answer[];
let api: RecordingApi;
let folder: string;

beforeEach(async () => {
  answers = [];
  api = await recordingApi((request) => answers.shift() ?? accepted(request));
  folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
});

afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

/** Runs it as a step of a GitHub job. */
function step(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  return runCli(['report', ...words], {
    workingDirectory: folder,
    environment: {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '77',
      GITHUB_JOB: 'deploy',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: SHA,
      GITHUB_OUTPUT: join(folder, 'output'),
      RUNNER_TEMP: folder,
      THROUGHLINE_URL: api.url,
      THROUGHLINE_TOKEN: 'tl_secret',
      ...environment,
    },
  });
}

const CHECKOUT = ['--service', 'checkout', '--environment', 'production'];
const ID = 'github-actions:77:deploy:production:checkout';

describe('report deployment', () => {
  it('tells start and end of one deployment from two steps', async () => {
    const start = await step(['deployment', 'start', ...CHECKOUT, '--version', '1.2']);
    const finish = await step(['deployment', 'finish', ...CHECKOUT]);
    expect([start, finish]).toMatchObject([
      { exitCode: 0, stderr: '' },
      { exitCode: 0, stderr: '' },
    ]);
    const [begun, ended] = eventsOf(api);
    expect(begun).toMatchObject({ id: ID, status: 'in_progress', sha: SHA, version: '1.2' });
    expect(ended).toEqual({ ...begun, status: 'succeeded', finishedAt: expect.any(String) });
    expect(api.requests[0]?.headers.authorization).toBe('Bearer tl_secret');
  });

  it('says all of it again where it is said to have ended once more', async () => {
    await step(['deployment', 'start', ...CHECKOUT, '--version', '1.2']);
    await step(['deployment', 'finish', ...CHECKOUT]);
    await step(['deployment', 'finish', '--status', 'rolled_back', ...CHECKOUT]);
    const [, ended, again] = eventsOf(api);
    expect(again).toEqual({ ...ended, status: 'rolled_back', finishedAt: expect.any(String) });
  });

  it('leaves nothing behind for the next deployment outside of CI', async () => {
    const alone = { GITHUB_ACTIONS: '', TMPDIR: folder };
    await step(['deployment', 'start', ...CHECKOUT, '--version', '1.2'], alone);
    await step(['deployment', 'finish', ...CHECKOUT], alone);
    expect(readdirSync(folder)).toEqual(['output']);
    expect(eventsOf(api)[1]).toMatchObject({ version: '1.2', status: 'succeeded' });
  });

  it('waits for no git that does not answer', async () => {
    writeFileSync(join(folder, 'git'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o700 });
    const { exitCode } = await step(['deployment', 'finish', ...CHECKOUT], {
      ...{ GITHUB_REPOSITORY: '', GITHUB_SHA: '' },
      PATH: `${folder}:${process.env['PATH']}`,
    });
    expect(exitCode).toBe(0);
    expect(eventsOf(api)).toMatchObject([{ service: 'checkout', status: 'succeeded' }]);
  });

  it('lets later steps of the job use the id', async () => {
    await step(['deployment', 'start', ...CHECKOUT]);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(`deployment-id=${ID}\n`);
  });

  it.each([
    [['fail'], 'failed'],
    [['finish', '--status', 'cancelled'], 'cancelled'],
    [['finish', '--status', 'rolled_back'], 'rolled_back'],
    [['finish', '--status', 'failure'], 'failed'],
    [['finish', '--status', 'canceled'], 'cancelled'],
    [['finish', '--status', 'SucceededWithIssues'], 'succeeded'],
  ])('%j ends it as %s', async (words, status) => {
    await step(['deployment', ...words, ...CHECKOUT]);
    expect(eventsOf(api)).toMatchObject([{ status }]);
  });

  it('prints what it would tell, and tells nobody, with --dry-run', async () => {
    const { stdout } = await step(
      ['deployment', 'start', ...CHECKOUT, '--fixes', 'INC-1', 'INC-2', '--dry-run'],
      { THROUGHLINE_URL: '' },
    );
    expect(JSON.parse(stdout)).toMatchObject({ id: ID, fixes: ['INC-1', 'INC-2'] });
    expect(api.requests).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('asks git where no CI system runs', async () => {
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'git@example.org:acme/site.git');
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    git(...author, 'commit', '--quiet', '--allow-empty', '--message', 'First');
    const { stdout } = await step(['deployment', 'start', ...CHECKOUT, '--dry-run', '--json'], {
      GITHUB_ACTIONS: '',
    });
    expect(JSON.parse(stdout)).toMatchObject({
      repository: 'acme/site',
      sha: git('rev-parse', 'HEAD'),
    });
  });

  it('does not take the merge of a pull request that is checked out for what is deployed', async () => {
    const { stdout } = await step(['deployment', 'start', ...CHECKOUT, '--dry-run'], {
      GITHUB_EVENT_NAME: 'pull_request',
    });
    expect(JSON.parse(stdout)).not.toHaveProperty('sha');
  });
});

const busy: Answer = { status: 503, body: { detail: 'busy' } };

const refused: Answer = {
  status: 400,
  body: {
    code: 'TL_INVALID_EVENTS',
    detail: 'nothing was kept',
    faults: [{ index: 0, path: 'sha', code: 'invalid_sha', message: 'is not a full commit hash' }],
  },
};

describe('a report that does not succeed', () => {
  it('is tried again, silently, while the platform is busy', async () => {
    answers = [busy, busy];
    const { exitCode, stderr } = await step(['deployment', 'finish', ...CHECKOUT]);
    expect({ exitCode, stderr, tries: api.requests.length }).toEqual({
      exitCode: 0,
      stderr: '',
      tries: 3,
    });
  });

  const reasons: [string, () => Promise<NodeJS.ProcessEnv>, readonly string[], string][] = [
    ['is refused', () => Promise.resolve({}), [], 'sha is not a full commit hash'],
    [
      'meets nobody',
      async () => {
        await api.close();
        const gone = api.url;
        api = await recordingApi();
        return { THROUGHLINE_URL: gone };
      },
      ['--timeout', '1'],
      'did not take it within 1 s (ECONNREFUSED)',
    ],
    [
      'has no address to go to',
      () => Promise.resolve({ THROUGHLINE_URL: '' }),
      [],
      'THROUGHLINE_URL',
    ],
    [
      'has an address that is none',
      () => Promise.resolve({ THROUGHLINE_URL: 'here' }),
      [],
      '"here"',
    ],
    ['is of no commit', () => Promise.resolve({}), ['--sha', '6113728'], 'not a full commit hash'],
    ['has a word wrong', () => Promise.resolve({}), ['--verison', '1'], '--version'],
    [
      'has a time wrong',
      () => Promise.resolve({}),
      ['--started-at', 'now'],
      '2026-03-01T12:00:00Z',
    ],
  ];

  it.each(reasons)('that %s is one warning and fails nothing', async (_, prepare, words, why) => {
    answers = [refused];
    const environment = await prepare();
    const { exitCode, stderr, stdout } = await step(
      ['deployment', 'finish', ...CHECKOUT, ...words],
      environment,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toContain(why);
    expect(stderr).toMatch(/^::warning title=Throughline::[^\n]+--strict would fail it\)\n$/);
    expect(stderr).not.toContain('tl_secret');
  });

  it.each(reasons)('that %s fails the job with --strict', async (name, prepare, words) => {
    answers = [refused];
    const environment = await prepare();
    const { exitCode } = await step(
      ['deployment', 'finish', ...CHECKOUT, ...words, '--strict'],
      environment,
    );
    expect(exitCode).toBe(/refused|nobody/.test(name) ? 1 : 2);
  });

  it('is given up when the platform hangs', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
      const words = ['deployment', 'finish', ...CHECKOUT, '--timeout', '0.5'];
      const { exitCode, stderr } = await step(words, { THROUGHLINE_URL: url });
      expect(exitCode).toBe(0);
      expect(stderr).toContain(`${url} did not take it within 0.5 s`);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it.each([
    [[], 'say what to report'],
    [['deployment'], '--service'],
    [['deployment', ...CHECKOUT], 'start, finish or fail'],
    [['deployment', 'start'], '--service'],
    [['deployment', 'start', '--service', 'checkout'], '--environment'],
    [['deployment', 'begin', ...CHECKOUT], 'too many arguments'],
    [['incident', 'open'], '--id'],
  ])('of the words %j says what is missing', async (words, why) => {
    const { exitCode, stderr } = await step(words);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(why);
    expect(api.requests).toEqual([]);
  });

  it('is none when help is asked for', async () => {
    const { exitCode, stdout, stderr } = await step(['deployment', 'start', '--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('throughline report deployment start');
    expect(stdout).not.toContain('tl_secret');
  });
});

describe('report deployment -- command', () => {
  const wrap = (command: readonly string[], words: readonly string[] = CHECKOUT) =>
    step(['deployment', ...words, '--', ...command]);

  it.each([
    [['true'], 0, 'succeeded'],
    [['sh', '-c', 'exit 7'], 7, 'failed'],
    [['sh', '-c', 'kill -KILL $$'], 137, 'failed'],
    [['throughline-there-is-no-such-command'], 127, 'failed'],
    [['/'], 126, 'failed'],
    [[''], 126, 'failed'],
  ])('%j answers %d and is told as %s', async (command, exitCode, status) => {
    expect(await wrap(command)).toMatchObject({ exitCode, stdout: '' });
    const told = eventsOf(api);
    expect(told.at(-1)).toMatchObject({ id: ID, status, startedAt: expect.any(String) });
    expect(new Set(told.map(({ startedAt }) => startedAt)).size).toBe(1);
  });

  it('says why a command could not be started, and that is all it says', async () => {
    const { stderr } = await wrap(['throughline-there-is-no-such-command']);
    expect(stderr).toMatch(/ENOENT/);
    expect(stderr).not.toContain('Nothing was reported');
  });

  it('gives the command all words after the first --, as they are', async () => {
    const words = ['sh', '-c', 'test "$1 $2" = "-- a b" && exit 9', 'sh', '--', 'a b'];
    expect((await wrap(words)).exitCode).toBe(9);
  });

  it.each([
    ['wrong words', ['--servce', 'checkout']],
    ['no service', []],
    ['a word that takes no command', ['start', ...CHECKOUT]],
    ['nobody to tell', [...CHECKOUT, '--url', 'http://127.0.0.1:1', '--timeout', '1']],
  ])('runs the command with %s, and says so after it', async (_, words) => {
    const { exitCode, stderr } = await wrap(['sh', '-c', 'exit 5'], words);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^::warning [^\n]+\n$/);
    const strict = await wrap(['true'], [...words, '--strict']);
    expect(strict.exitCode).not.toBe(0);
  });
});

describe('report incident', () => {
  const OPEN = ['incident', 'open', '--id', 'INC-9', '--service', 'checkout', 'cart'];

  it('tells that it is open and, with all that was said, that it is over', async () => {
    const words = [
      '--severity',
      'high',
      '--environment',
      'production',
      '--caused-by-version',
      '1.2',
    ];
    await step([...OPEN, ...words]);
    await step(['incident', 'resolve', '--id', 'INC-9', '--title', 'No orders']);
    const [open, over] = eventsOf(api);
    expect(open).toMatchObject({
      type: 'incident',
      services: ['checkout', 'cart'],
      severity: 'high',
      causedBy: { version: '1.2' },
      openedAt: expect.any(String),
    });
    expect(over).toEqual({ ...open, title: 'No orders', resolvedAt: expect.any(String) });
    // The output of the step is the id of a deployment.
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });

  it('leaves out an environment that was found and would be refused', async () => {
    const gitlab = { GITHUB_ACTIONS: '', GITLAB_CI: 'true', CI_PIPELINE_ID: '1' };
    await step(OPEN, { ...gitlab, CI_ENVIRONMENT_NAME: 'e'.repeat(2000) });
    expect(eventsOf(api)).toEqual([
      expect.not.objectContaining({ environment: expect.anything() }),
    ]);
  });

  it('asks the platform for what was said elsewhere', async () => {
    const known = {
      source: 'api',
      id: 'INC-10',
      services: ['checkout'],
      environment: 'production',
      severity: null,
      openedAt: '2026-03-01T12:00:00.000Z',
      acknowledgedAt: null,
      resolvedAt: null,
      causedBy: { sha: SHA },
      title: null,
      url: null,
      links: [],
    };
    answers = [{ status: 200, body: known }];
    const { exitCode } = await step(['incident', 'resolve', '--id', 'INC-10']);
    expect(exitCode).toBe(0);
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/incidents/api/INC-10',
      'POST /v1/events',
    ]);
    expect(JSON.parse(api.requests[1]?.body ?? '')).toMatchObject({
      services: ['checkout'],
      openedAt: '2026-03-01T12:00:00.000Z',
      causedBy: { sha: SHA },
    });
  });

  it('asks and tells within one time, where the platform hangs', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
      const said = ['--id', 'INC-12', '--opened-at', '1772366400', ...CHECKOUT];
      const began = performance.now();
      const { stderr } = await step(['incident', 'resolve', ...said, '--timeout', '2'], {
        THROUGHLINE_URL: url,
      });
      // With a time for each it took three.
      expect(performance.now() - began).toBeLessThan(2700);
      expect(stderr).toContain(`${url} did not take it within 2 s`);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it('says what is missing when nobody knows when it began', async () => {
    answers = [{ status: 403, body: { code: 'TL_FORBIDDEN' } }];
    const { stderr } = await step(['incident', 'resolve', '--id', 'INC-11']);
    expect(stderr).toContain('--opened-at');
    await step(['incident', 'resolve', '--id', 'INC-11', '--opened-at', '1772366400']);
    expect(JSON.parse(api.requests.at(-1)?.body ?? '')).toMatchObject({
      openedAt: '2026-03-01T12:00:00.000Z',
    });
  });
});
