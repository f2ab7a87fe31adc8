import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { eventsOf, type RecordingApi, recordingApi } from '../api/recording-api.fixture.js';
import { inDeployCi, start } from './reporter.fixture.js';

/** What of the metadata syntax an action of Node may have; anything else would be a mistake here. */
const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    z.strictObject({
      description: z.string(),
      required: z.boolean(),
      default: z.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string(), post: z.string() }),
});

const action = actionSchema.parse(
  parse(readFileSync(inDeployCi('github-action/action.yml'), 'utf8')),
);

let api: RecordingApi;
let folder: string;

beforeEach(async () => {
  api = await recordingApi();
  folder = mkdtempSync(join(tmpdir(), 'throughline-action-'));
});

afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

/** Runs one of the action's files as the runner does: inputs, also those left out, are variables. */
function runs(file: string, inputs: Readonly<Record<string, string>>) {
  const given = Object.keys(action.inputs).map((name) => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? '',
  ]);
  const environment: NodeJS.ProcessEnv = {
    ...(Object.fromEntries(given) as Record<string, string>),
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
    GITHUB_OUTPUT: join(folder, 'output'),
    RUNNER_TEMP: folder,
  };
  return start([process.execPath, inDeployCi(`github-action/${file}`)], environment, folder).ended;
}

const { main, post } = action.runs;

describe('the GitHub Action', () => {
  const needed = () => ({ service: 'checkout', environment: 'production', url: api.url });
  const ID = 'github-actions:77:deploy:production:checkout';

  it.each([
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['cancelled', 'cancelled'],
  ])('ends with the job: %s', async (jobStatus, status) => {
    const began = await runs(main, { ...needed(), token: 'tl_secret', version: '1.2' });
    const ended = await runs(post, { ...needed(), token: 'tl_secret', 'job-status': jobStatus });
    expect([began, ended]).toMatchObject([
      { exitCode: 0, stderr: '' },
      { exitCode: 0, stderr: '' },
    ]);
    const [begin, end] = eventsOf(api);
    expect(begin).toMatchObject({ id: ID, status: 'in_progress', version: '1.2' });
    expect(end).toEqual({ ...begin, status, finishedAt: expect.any(String) });
    expect(api.requests[1]?.headers.authorization).toBe('Bearer tl_secret');
  });

  it('runs what is to be run, and is over with it', async () => {
    const inputs = { ...needed(), run: 'echo one\nfalse\necho two', 'job-status': 'failure' };
    expect(await runs(main, inputs)).toMatchObject({ exitCode: 1, stdout: 'one\n' });
    expect(await runs(post, inputs)).toMatchObject({ exitCode: 0 });
    // The start may have been overtaken by the end.
    const ends = eventsOf(api).filter(({ status }) => status !== 'in_progress');
    expect(ends).toMatchObject([{ id: ID, status: 'failed', startedAt: expect.any(String) }]);
  });

  it('keeps the token and the commands from what is to be run, and from who lists processes', async () => {
    const run = 'env\necho "words: ${BASH_EXECUTION_STRING-none}"\nls -l "$0"';
    const { stdout } = await runs(main, { ...needed(), token: 'tl_secret', run });
    expect(stdout).toContain('GITHUB_RUN_ID=77');
    expect(stdout).not.toContain('tl_secret');
    expect(stdout).toContain('words: none');
    expect(stdout).toMatch(/^-rw------- /m);
    expect(eventsOf(api).at(-1)).toMatchObject({ id: ID, status: 'succeeded' });
    expect(api.requests.at(-1)?.headers.authorization).toBe('Bearer tl_secret');
  });

  it('gives out what it declares', async () => {
    await runs(main, needed());
    const outputs = readFileSync(join(folder, 'output'), 'utf8').trim().split('\n');
    expect(outputs.map((line) => line.split('=')[0])).toEqual(Object.keys(action.outputs));
    expect(outputs).toContain(`deployment-id=${ID}`);
  });

  it('says all that its inputs say', async () => {
    const said = {
      id: 'release-1',
      repository: 'acme/other',
      sha: 'fdf2ff2a4aba50c9e6e0e9b6c7fcd8d5a55f4a01',
      version: '1.2',
      artifact: 'pkg:oci/shop@sha256:1',
      kind: 'hotfix',
    };
    const inputs = {
      ...needed(),
      ...said,
      link: 'https://example.org/release-1',
      unplanned: 'true',
      fixes: 'INC-1\nINC-2\n',
      labels: 'canary',
      timeout: '10',
      strict: 'true',
    };
    const rest = ['token', 'run', 'job-status'];
    expect(Object.keys(action.inputs).sort()).toEqual([...Object.keys(inputs), ...rest].sort());
    expect(await runs(main, inputs)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(eventsOf(api)).toMatchObject([
      {
        ...said,
        url: inputs.link,
        unplanned: true,
        fixes: ['INC-1', 'INC-2'],
        labels: ['canary'],
      },
    ]);
  });

  it('fails no job when nothing can be reported, unless it is to be strict', async () => {
    const inputs = { ...needed(), environment: '' };
    expect(await runs(main, inputs)).toMatchObject({ exitCode: 0 });
    expect(await runs(main, { ...inputs, strict: 'true' })).toMatchObject({ exitCode: 2 });
  });
});
