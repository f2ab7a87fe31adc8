import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type Answer,
  accepted,
  linesOf,
  type RecordedRequest,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

const open: RecordingApi[] = [];

async function platform(answer?: (request: RecordedRequest, index: number) => Answer) {
  const api = await recordingApi(answer);
  open.push(api);
  return api;
}

afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

describe('import file', () => {
  it('sends each file in batches of at most 5,000 events and 8 MiB', async () => {
    const api = await platform();
    const small = Array.from({ length: 5_001 }, (_, index) => `{"n":${index}}`);
    const large = Array.from({ length: 9 }, () => `{"text":"${'x'.repeat(1 << 20)}"}`);
    const stdin = Readable.from([[...small, ...large].join('\n')].map((text) => Buffer.from(text)));
    const { exitCode, stdout } = await runCli(['import', 'file', '-', '--url', api.url], { stdin });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: '5010 accepted, 0 known already\n',
    });
    const batches = api.requests.map(({ body }) => linesOf(body));
    expect(batches.map((lines) => lines.length)).toEqual([5_000, 8, 2]);
    expect(batches.flat()).toEqual([...small, ...large]);
    expect(api.requests[0]?.headers['content-type']).toBe('application/x-ndjson');
  });

  it('says of each fault in which line of which file it is', async () => {
    const api = await platform(() => ({
      status: 400,
      body: {
        code: 'TL_INVALID_EVENTS',
        faults: [
          {
            index: 1,
            path: 'parents[0]',
            code: 'invalid_sha',
            message: 'line 2: is not a full commit hash',
          },
        ],
      },
    }));
    const folder = mkdtempSync(join(tmpdir(), 'throughline-files-'));
    try {
      const [first, second] = [join(folder, 'a.ndjson'), join(folder, 'b.json')];
      writeFileSync(first, '{}\n');
      writeFileSync(second, '[\n\n{"type":"commit"}]');
      const { exitCode, stderr } = await runCli([
        'import',
        'file',
        first,
        second,
        '--url',
        api.url,
      ]);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`${second}:3: parents[0] is not a full commit hash (invalid_sha)\n`);
      expect(stderr).toContain('nothing from');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('asks for the quarantine, and says how many went there', async () => {
    const api = await platform(() => ({
      status: 202,
      body: { accepted: 1, duplicates: 0, quarantined: 1 },
    }));
    const { stdout } = await runCli(
      [
        'import',
        'file',
        '-',
        '--invalid',
        'quarantine',
        '--json',
        '--url',
        api.url,
        '--token',
        't',
      ],
      { stdin: Readable.from([Buffer.from('{}\n{}')]) },
    );
    expect(JSON.parse(stdout)).toEqual({ accepted: 1, duplicates: 0, quarantined: 1 });
    const [request] = api.requests;
    expect(request?.query.get('invalid')).toBe('quarantine');
    expect(request?.headers.authorization).toBe('Bearer t');
  });

  it('stops at a broken file with what was sent before it', async () => {
    const api = await platform(accepted);
    const { exitCode, stderr } = await runCli(['import', 'file', '-', '--url', api.url], {
      stdin: Readable.from([Buffer.from('[{"a":1},')]),
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'throughline: stdin:1: the file ends in the middle of the array; it may be cut off\n',
    });
  });
});
