import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { runCli } from '../cli.fixture.js';

const folder = await mkdtemp(join(tmpdir(), 'throughline-migrate-'));

afterAll(() => rm(folder, { recursive: true, force: true }));

it('migrate brings an empty store to this version once', async () => {
  const environment = { THROUGHLINE_DATA_DIR: folder };
  const first = await runCli(['migrate', '--json'], { environment });
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toMatchObject({
    database: 'throughline',
    applied: expect.arrayContaining(['0001-facts.sql', '0002-first-shipments.sql']),
  });

  const second = await runCli(['migrate'], { environment });
  expect(second).toMatchObject({ exitCode: 0, stdout: 'throughline: nothing to do\n' });
});
