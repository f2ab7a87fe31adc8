import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is built from: the projects' folders, and what the build itself depends on. */
const PROJECT_FOLDERS = ['libs', 'apps'];
const BUILD_INPUTS = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.json', '.swcrc'];

const NOT_SOURCES = new Set(['dist', 'node_modules']);

/** Beside what is installed: a fresh `npm install` or clone has none, and builds. */
const STAMP = 'node_modules/.cache/throughline/built-from';

/**
 * Names the state of everything the build reads by path, size and time of change, which is a hundred times faster than
 * asking nx. Any difference means "build", also an older file put back; nx's own cache then looks at contents.
 *
 * @param {string} root the workspace
 * @returns {string}
 */
export function sourceState(root) {
  const hash = createHash('sha256');
  for (const file of [
    ...BUILD_INPUTS,
    ...PROJECT_FOLDERS.flatMap((folder) => filesIn(root, folder)),
  ]) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Whether the last build was from exactly this state, and what it built is still there.
 *
 * @param {string} root
 * @param {string} state
 */
export function isUpToDate(root, state) {
  const stamp = join(root, STAMP);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state &&
    builtProjects(root).every((project) => existsSync(join(root, project, 'dist')))
  );
}

/**
 * @param {string} root
 * @param {string} state as it was before the build: what changed meanwhile is for the next one
 */
export function markUpToDate(root, state) {
  const stamp = join(root, STAMP);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** @param {string} root */
function builtProjects(root) {
  return PROJECT_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  ).filter((project) => hasBuildTarget(join(root, project, 'package.json')));
}

/** @param {string} manifest */
function hasBuildTarget(manifest) {
  return (
    existsSync(manifest) &&
    'build' in (JSON.parse(readFileSync(manifest, 'utf8')).nx?.targets ?? {})
  );
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} the files below, in a fixed order
 */
function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(root, path) : [path];
    });
}
