import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { REPORTER } from './reporter.mjs';

const KEPT = new URL(`../../${REPORTER}`, import.meta.url);

/** In a process of its own: the bundler is native, and at odds with jest's modules. */
const PRINT =
  'import { reporter } from "./tools/ci/reporter.mjs"; process.stdout.write(await reporter())';

it('keeps the reporter as the code has it: if not, `node tools/ci/generate.mjs`', async () => {
  const generated = execFileSync(process.execPath, ['--input-type=module', '-e', PRINT], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  // Not with `toBe`, which would print all of both.
  expect((await readFile(KEPT, 'utf8')) === generated).toBe(true);
});

it('needs nothing but Node', async () => {
  const code = await readFile(KEPT, 'utf8');
  const imported = [
    ...code.matchAll(/^import .* from "([^"]+)"/gm),
    ...code.matchAll(/\b_*require\("([^"]+)"\)/g),
  ];
  const modules = imported.map(([, name]) => name);
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.filter((name) => !name.startsWith('node:'))).toEqual([]);
});
