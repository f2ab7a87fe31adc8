import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

async function list(answer: unknown) {
  const api = await recordingApi(() => ({ status: 200, body: answer }));
  try {
    const ran = await runCli(['quarantine', 'list', '--limit', '2', '--url', api.url]);
    return { ...ran, query: Object.fromEntries(api.requests[0]?.query ?? []) };
  } finally {
    await api.close();
  }
}

const item = {
  id: 'q1',
  receivedAt: '2026-03-01T12:00:00.000Z',
  source: 'api',
  reason: { code: 'TL_INVALID_EVENTS', message: 'sha is missing' },
};

describe('quarantine list', () => {
  it('shows each fault of what was put there, or else the reason, and that there is more', async () => {
    const faulty = {
      ...item,
      faults: [{ index: 0, path: 'sha', code: 'required', message: 'is missing' }],
    };
    const answer = {
      items: [faulty, { ...item, id: 'q2', reason: { code: 'x', message: 'is damaged' } }],
      nextCursor: 'c',
    };
    const { exitCode, stdout, stderr, query } = await list(answer);
    expect({ exitCode, query }).toEqual({ exitCode: 0, query: { state: 'open', limit: '2' } });
    expect(stdout).toMatch(/│ 2026-03-01T12:00:00.000Z │ api +│ q1 +│ sha is missing +│/);
    expect(stdout).toMatch(/│ q2 +│ is damaged +│/);
    expect(stderr).toContain('There are more');
  });

  it('says that it is empty', async () => {
    expect(await list({ items: [], nextCursor: null })).toMatchObject({
      exitCode: 0,
      stdout: 'The quarantine is empty.\n',
      stderr: '',
    });
  });
});

const detail = {
  ...item,
  faults: [{ index: 0, path: 'sha', code: 'required', message: 'is missing' }],
  payload: '{"type":"commit","branch":"main"}',
  encoding: 'utf8',
  settled: null,
};

const RECEIPT = { accepted: 1, duplicates: 0 };
const REFUSAL = {
  title: 'Some events are invalid',
  code: 'TL_INVALID_EVENTS',
  faults: [{ index: 0, path: 'sha', code: 'invalid_sha', message: 'is not a full commit hash' }],
};

/** A platform with one entry, which takes what `isValid` says in its place. */
async function platform(entry: object = detail, isValid: (body: string) => boolean = () => true) {
  return recordingApi(({ method, body }) => {
    if (method === 'GET') return { status: 200, body: entry };
    if (method === 'DELETE') return { status: 202, body: { settled: 'discarded' } };
    return isValid(body) ? { status: 202, body: RECEIPT } : { status: 400, body: REFUSAL };
  });
}

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** An editor that is a script: it keeps what it was opened with, and runs `edit` on the text. */
async function editorThat(edit: string) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-editor-'));
  folders.push(folder);
  const seen = join(folder, 'seen');
  const script = join(folder, 'editor.mjs');
  await writeFile(
    script,
    `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
     const text = readFileSync(process.argv[2], 'utf8');
     appendFileSync(${JSON.stringify(seen)}, text);
     writeFileSync(process.argv[2], (${edit})(text));`,
  );
  return {
    environment: { PATH: process.env['PATH'], EDITOR: `"${process.execPath}" "${script}"` },
    seen: () => readFile(seen, 'utf8'),
  };
}

describe('quarantine show', () => {
  it('tells what is wrong and what was sent, a field a line', async () => {
    const api = await platform({ ...detail, id: 'throughline.commits/0/7' });
    const words = ['quarantine', 'show', 'throughline.commits/0/7', '--url', api.url];
    const { exitCode, stdout } = await runCli(words);
    await api.close();
    expect(exitCode).toBe(0);
    expect(api.requests[0]?.path).toBe('/v1/quarantine/throughline.commits%2F0%2F7');
    expect(stdout.split('\n')).toEqual([
      'throughline.commits/0/7, from api, received 2026-03-01T12:00:00.000Z',
      'Open: `throughline quarantine retry throughline.commits/0/7 --edit` mends it and sends it again.',
      '',
      'What is wrong:',
      '  sha is missing',
      '',
      'What was sent:',
      '{',
      '  "type": "commit",',
      '  "branch": "main"',
      '}',
      '',
    ]);
  });

  it('tells what was done about it, and does not let what was sent draw on the terminal', async () => {
    const api = await platform({
      ...detail,
      payload: 'type: \u001b[31mcommit',
      settled: { at: '2026-03-02T12:00:00.000Z', how: 'discarded', by: 'Ada', reason: 'a test' },
    });
    const { stdout } = await runCli(['quarantine', 'show', 'q1', '--url', api.url]);
    await api.close();
    expect(stdout).toContain('Discarded 2026-03-02T12:00:00.000Z by Ada: a test');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('quarantine retry', () => {
  it('sends what was sent as it was, and says who did', async () => {
    const api = await platform();
    const ran = await runCli(['quarantine', 'retry', 'q1', '--by', 'Ada', '--url', api.url]);
    await api.close();
    expect(ran).toMatchObject({
      exitCode: 0,
      stdout: 'Sent again and settled: 1 accepted, 0 known already\n',
    });
    const [, sent] = api.requests;
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/quarantine/q1/send-again' });
    expect(Object.fromEntries(sent?.query ?? [])).toEqual({ by: 'Ada' });
    expect(JSON.parse(sent?.body ?? '')).toEqual({ type: 'commit', branch: 'main' });
  });

  it('has what an expression failed on read by it again', async () => {
    const unread = [{ index: 0, path: '', code: 'expression_failed', message: 'failed' }];
    const api = await platform({ ...detail, source: 'our-deployer', faults: unread });
    const shown = await runCli(['quarantine', 'show', 'q1', '--url', api.url]);
    await runCli(['quarantine', 'retry', 'q1', '--url', api.url]);
    await api.close();
    expect(shown.stdout).toContain('`throughline quarantine retry q1` reads it again');
    expect(api.requests.at(-1)?.query.get('source')).toBe('our-deployer');
  });

  it('sends a file in its place', async () => {
    const api = await platform();
    const { environment } = await editorThat('(text) => text');
    await writeFile(join(folders[0] ?? '', 'mended.ndjson'), '{"a":1}\n{"a":2}\n');
    const words = ['quarantine', 'retry', 'q1', '--file', 'mended.ndjson', '--url', api.url];
    const ran = await runCli(words, { environment, workingDirectory: folders[0] ?? '' });
    await api.close();
    expect(ran.exitCode).toBe(0);
    expect(api.requests).toMatchObject([
      {
        method: 'POST',
        body: '{"a":1}\n{"a":2}\n',
        headers: { 'content-type': 'application/x-ndjson' },
      },
    ]);
  });

  it('opens an editor with what is wrong, and again while something still is', async () => {
    const mended = 'f'.repeat(40);
    const api = await platform(detail, (body) => body.includes(mended));
    const editor = await editorThat(
      `(text) => text.includes('not a full commit hash')
         ? text.replace('"abc"', '"${mended}"')
         : text.replace('"type"', '"sha": "abc", "type"')`,
    );
    const words = ['quarantine', 'retry', 'q1', '--edit', '--url', api.url];
    const ran = await runCli(words, { environment: editor.environment });
    await api.close();
    expect(ran).toMatchObject({ exitCode: 0, stderr: 'sha is not a full commit hash\n' });
    expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(JSON.parse(api.requests[2]?.body ?? '')).toEqual({
      type: 'commit',
      branch: 'main',
      sha: mended,
    });
    expect(await editor.seen()).toMatch(/^# Mend this[^]*# sha is missing[^]*# sha is not a full/m);
  });

  it.each([
    ['(text) => text', 'nothing was changed'],
    ['() => ""', 'nothing was changed'],
    ['() => process.exit(1)', 'did not end well'],
  ])('sends nothing when the editor does %s', async (edit, why) => {
    const api = await platform();
    const { environment } = await editorThat(edit);
    const words = ['quarantine', 'retry', 'q1', '--edit', '--url', api.url];
    const ran = await runCli(words, { environment });
    await api.close();
    expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(why) });
    expect(api.requests).toHaveLength(1);
  });

  it('asks for a file in place of what is no text, and for one way to say what to send', async () => {
    const api = await platform({ ...detail, payload: '//79', encoding: 'base64' });
    const ran = await runCli(['quarantine', 'retry', 'q1', '--url', api.url]);
    expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--file') });
    const words = ['quarantine', 'retry', 'q1', '--edit', '--file', 'x', '--url', api.url];
    expect(await runCli(words)).toMatchObject({ exitCode: 2 });
    await api.close();
  });
});

describe('quarantine discard', () => {
  it('says why and who', async () => {
    const api = await platform();
    const words = ['quarantine', 'discard', 'q1', '--url', api.url];
    expect((await runCli(words)).exitCode).toBe(2);
    const ran = await runCli([...words, '--reason', 'a test', '--by', 'Ada']);
    await api.close();
    expect(ran).toMatchObject({ exitCode: 0, stdout: 'Discarded.\n' });
    expect(api.requests).toMatchObject([{ method: 'DELETE', path: '/v1/quarantine/q1' }]);
    expect(JSON.parse(api.requests[0]?.body ?? '')).toEqual({ reason: 'a test', by: 'Ada' });
  });
});
