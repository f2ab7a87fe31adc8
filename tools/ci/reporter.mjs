import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = new URL('../../', import.meta.url);

/** Where `report` alone is kept, from the root. */
export const REPORTER = 'deploy/ci/report.mjs';

/** What it contains that is not ours: their licences want to be told. */
const CONTAINED = ['commander', 'zod'];

/**
 * `throughline report` as one file that needs Node 20 and nothing else: readable, so that whoever
 * lets it near their secrets can look what it does.
 *
 * @returns {Promise<string>}
 */
export async function reporter() {
  const bundled = await build({
    root: fileURLToPath(ROOT),
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [{ find: /^@throughline\/(.+)$/, replacement: pathTo('libs/$1/src/index.ts') }],
    },
    ssr: { noExternal: true },
    build: {
      ssr: pathTo('apps/throughline/src/report/main.ts'),
      target: 'node20',
      minify: false,
      write: false,
    },
  });
  const [chunk, ...others] = bundled.output;
  if (others.length > 0) throw new Error(`report is to be one file, not ${bundled.output.length}`);
  return `${await banner()}\n${chunk.code}`;
}

async function banner() {
  const licences = await Promise.all(
    CONTAINED.map(async (name) => {
      const text = await readFile(pathTo(`node_modules/${name}/LICENSE`), 'utf8');
      return `${name}:\n\n${text.trim()}`;
    }),
  );
  const words = [
    '`throughline report`: generated from apps/throughline/src/report by `node tools/ci/generate.mjs`.',
    'Throughline is licensed under Apache-2.0. This file contains parts of:',
    ...licences,
  ].join('\n\n');
  return `#!/usr/bin/env node\n/*\n${words.replaceAll(/^/gm, ' * ').replaceAll(/ +$/gm, '')}\n */`;
}

/** @param {string} path from the root */
function pathTo(path) {
  return fileURLToPath(new URL(path, ROOT));
}
