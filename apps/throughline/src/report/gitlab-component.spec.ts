import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { eventsOf, type RecordingApi, recordingApi } from '../api/recording-api.fixture.js';
import { inDeployCi, REPORTER, start } from './reporter.fixture.js';

const text = readFileSync(inDeployCi('gitlab-component/templates/deployment.yml'), 'utf8');

const headerSchema = z.strictObject({
  spec: z.strictObject({
    inputs: z.record(
      z.string(),
      z.strictObject({ description: z.string(), default: z.string().optional() }),
    ),
  }),
});

const jobSchema = z.strictObject({
  variables: z.record(z.string(), z.string()),
  before_script: z.array(z.string()),
  after_script: z.array(z.string()),
});

/** An input in the text, with blanks as the documentation has them. */
const INPUT = /\$\[\[ inputs\.([a-z_-]+) \]\]/g;

const [header, body = ''] = text.split(/^---$/m);
const { inputs } = headerSchema.parse(parse(header ?? '')).spec;

let api: RecordingApi;
let files: Server;

beforeEach(async () => {
  api = await recordingApi();
  files = createServer((request, response) => {
    if (request.url === '/report.mjs') response.end(readFileSync(REPORTER));
    else if (request.url === '/sign-in') response.end('<!doctype html><title>Sign in</title>');
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(files, 'listening');
});

afterEach(async () => {
  await api.close();
  files.close();
  rmSync(`${tmpdir()}/throughline-report-51.mjs`, { force: true });
});

describe('the GitLab component', () => {
  it('is a header and a body, and its inputs are those that are used', () => {
    expect(parseAllDocuments(text).flatMap((document) => document.errors)).toEqual([]);
    const used = [...body.matchAll(INPUT)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
  });

  /** Fills in the inputs and runs one of the job's scripts as a runner does: until a line fails. */
  async function runs(script: 'before_script' | 'after_script', file: string, status = '') {
    const { port } = files.address() as AddressInfo;
    const values: Readonly<Record<string, string>> = {
      service: 'checkout',
      reporter: `http://127.0.0.1:${port}/${file}`,
      job: inputs['job']?.default ?? '',
    };
    const filled = body.replaceAll(INPUT, (_, name: string) => values[name] ?? '');
    const jobs = z.record(z.string(), jobSchema).parse(parse(filled));
    const job = jobs['.throughline-deployment'];
    const environment = {
      ...job?.variables,
      GITLAB_CI: 'true',
      CI_PIPELINE_ID: '1000',
      CI_JOB_ID: '51',
      CI_JOB_NAME: 'deploy',
      CI_ENVIRONMENT_NAME: 'production',
      CI_PROJECT_PATH: 'acme/shop',
      CI_COMMIT_SHA: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
      CI_JOB_STATUS: status,
      THROUGHLINE_URL: api.url,
      THROUGHLINE_TOKEN: 'tl_secret',
    };
    const lines = (job?.[script] ?? []).join('\n');
    return start(['sh', '-e', '-c', lines], environment, tmpdir()).ended;
  }

  it.each([
    ['success', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ])('reports a job that ends as %s', async (status, told) => {
    expect(await runs('before_script', 'report.mjs')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await runs('after_script', 'report.mjs', status)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const [begin, end] = eventsOf(api);
    expect(begin).toMatchObject({
      id: 'gitlab-ci:1000:deploy:production:checkout',
      status: 'in_progress',
    });
    expect(end).toEqual({ ...begin, status: told, finishedAt: expect.any(String) });
  });

  it.each(['gone.mjs', 'sign-in'])('fails no job where %s is no reporter', async (file) => {
    const { exitCode, stderr } = await runs('before_script', file);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('nothing is reported');
    expect((await runs('after_script', file, 'success')).exitCode).toBe(0);
  });
});
