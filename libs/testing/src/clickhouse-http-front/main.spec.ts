import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectStore } from '@throughline/store';
import { expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const MAIN = fileURLToPath(new URL('../../dist/clickhouse-http-front/main.js', import.meta.url));

/** Skipped in a tree that was never built; `npm test` builds first. */
const whenBuilt = existsSync(MAIN) ? it : it.skip;

whenBuilt('the front serves as a process of its own until it is told to end', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-front-'));
  const start = async () => {
    const front = spawn(process.execPath, [MAIN, '--dir', directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(front.stdout, 'data')) as [Buffer];
    const store = await connectStore({ url: /^listening (\S+)$/m.exec(line.toString())?.[1] });
    return { front, store };
  };
  const first = await start();
  await first.store.client.command({
    query: 'CREATE TABLE birds ENGINE = MergeTree ORDER BY () AS SELECT 1 AS n',
  });
  await first.store.close();
  first.front.kill('SIGTERM');
  expect(await once(first.front, 'exit')).toEqual([0, null]);

  const second = await start();
  const result = await second.store.client.query({ query: 'SELECT n FROM birds', format: 'JSON' });
  expect((await result.json()).data).toEqual([{ n: 1 }]);
  await second.store.close();
  second.front.kill('SIGINT');
  expect(await once(second.front, 'exit')).toEqual([0, null]);
  await rm(directory, { recursive: true });
});
