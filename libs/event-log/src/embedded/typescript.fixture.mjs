// Lets a plain Node process run the sources, as jest does in this one: `node --import THIS FILE.ts`.
import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

const LIBRARIES = new URL('../../../', import.meta.url);

export function resolve(specifier, context, next) {
  const library = /^@throughline\/(.+)$/.exec(specifier)?.[1];
  if (library) return next(new URL(`${library}/src/index.ts`, LIBRARIES).href, context);
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
