/*
 * Builds the workspace for a command that is about to run it: silent when all is well, and over in no time when
 * nothing changed. (`npm run build` is the same build, talking.)
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isUpToDate, markUpToDate, sourceState } from './build/up-to-date.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NX = fileURLToPath(new URL('../node_modules/nx/dist/bin/nx.js', import.meta.url));

/** No daemon left behind, no question asked, nobody called. */
const QUIET_NX = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_INTERACTIVE: 'false',
  NX_NO_CLOUD: 'true',
};

/** @returns {number} the exit code */
function build() {
  const state = sourceState(ROOT);
  if (isUpToDate(ROOT, state)) return 0;
  const words = [NX, 'run-many', '--target=build', '--outputStyle=static'];
  const run = spawnSync(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, ...QUIET_NX },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  if (run.status !== 0) {
    process.stderr.write(
      `${run.stdout}${run.stderr}\nThe build failed; \`npm run build\` repeats it.\n`,
    );
    return 1;
  }
  markUpToDate(ROOT, state);
  return 0;
}

process.exitCode = build();
