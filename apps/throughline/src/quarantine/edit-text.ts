import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cli } from '../cli.js';
import { CommandFailure } from '../command-failure.js';

/** What git opens as well when nobody says otherwise. */
const DEFAULT_EDITOR = 'vi';

/**
 * Opens a text in the editor of whoever is at the terminal, as git does: `VISUAL` or `EDITOR`, which
 * may have words of their own.
 *
 * @returns the text as it was saved
 */
export async function editText(text: string, { environment }: Pick<Cli, 'environment'>) {
  const editor = environment['VISUAL'] || environment['EDITOR'] || DEFAULT_EDITOR;
  const folder = await mkdtemp(join(tmpdir(), 'throughline-edit-'));
  const file = join(folder, 'quarantined.json');
  try {
    // Payloads are nobody else's business, also on a machine that others use.
    await writeFile(file, text, { mode: 0o600 });
    const opened = spawn(`${editor} "${file}"`, {
      shell: true,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    const [exitCode] = (await once(opened, 'exit')) as [number | null];
    if (exitCode !== 0) {
      throw new CommandFailure(
        `the editor \`${editor}\` did not end well, so nothing was sent: set EDITOR, or use --file`,
      );
    }
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}
