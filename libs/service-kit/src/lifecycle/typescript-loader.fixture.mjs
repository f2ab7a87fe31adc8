import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

// Lets a child process of a test run the TypeScript sources: `node --import <this file> main.fixture.ts`.
if (isMainThread) register(import.meta.url);

const libraries = new URL('../../../', import.meta.url);

export function resolve(specifier, context, next) {
  const library = /^@throughline\/([\w-]+)$/.exec(specifier)?.[1];
  if (library) return next(new URL(`${library}/src/index.ts`, libraries).href, context);
  const relative = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
  return next(relative ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
