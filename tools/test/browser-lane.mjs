import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const name = 'browser';

/** What distributions call it; the first that is there is taken. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A browser for the tests of the dashboard: the one that `THROUGHLINE_TEST_CHROMIUM` names, else one that is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./lane.mjs').Lane}
 */
export function openBrowserLane(env) {
  const chromium = findChromium(env);
  if (chromium === undefined) {
    return {
      name,
      skipped: 'no Chromium or Chrome is installed (or name one in THROUGHLINE_TEST_CHROMIUM)',
    };
  }
  const environment = { THROUGHLINE_TEST_CHROMIUM: chromium };
  return { name, how: chromium, environment, stop: async () => {} };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the path of its program
 */
export function findChromium(env) {
  const folders = (env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env.THROUGHLINE_TEST_CHROMIUM, ...installed, MACOS].find(
    (path) => path !== undefined && isProgram(path),
  );
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
