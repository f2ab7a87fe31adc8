/* Where the step stands: reports the start, or runs what is to be run and reports both. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { input, report, wordsOf } from './inputs.mjs';

const run = input('run');

/**
 * The commands in a file, as GitHub runs a step that names no shell: everybody on the machine sees
 * the words of a process, and they may not be as long. The runner empties its folder by itself.
 */
function scriptFile() {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'throughline-run-'));
  const path = join(folder, 'run.sh');
  writeFileSync(path, `${run}\n`, { mode: 0o600 });
  return path;
}

await report([
  'deployment',
  ...(run === '' ? ['start'] : []),
  ...wordsOf(),
  ...(run === '' ? [] : ['--', 'bash', '-e', scriptFile()]),
]);
