import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUpToDate, markUpToDate, sourceState } from './up-to-date.mjs';

describe('a build', () => {
  let root;
  const at = (path) => join(root, path);
  const upToDate = () => isUpToDate(root, sourceState(root));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'up-to-date-'));
    for (const folder of ['apps', 'libs/a/src', 'libs/a/dist']) {
      mkdirSync(at(folder), { recursive: true });
    }
    for (const file of [
      'package-lock.json',
      'nx.json',
      'tsconfig.json',
      '.swcrc',
      'package.json',
    ]) {
      writeFileSync(at(file), '{}');
    }
    writeFileSync(at('libs/a/package.json'), '{ "nx": { "targets": { "build": {} } } }');
    writeFileSync(at('libs/a/src/one.ts'), '1');
    writeFileSync(at('libs/a/src/two.ts'), '2');
    markUpToDate(root, sourceState(root));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('is up to date while nothing changes but what it wrote', () => {
    writeFileSync(at('libs/a/dist/one.js'), '1');
    expect(upToDate()).toBe(true);
  });

  it.each([
    ['a source grew', () => writeFileSync(at('libs/a/src/one.ts'), '11')],
    ['an older source was put back', () => utimesSync(at('libs/a/src/one.ts'), 1, 1)],
    ['a source is new', () => writeFileSync(at('libs/a/src/three.ts'), '3')],
    ['a source was renamed', () => renameSync(at('libs/a/src/one.ts'), at('libs/a/src/uno.ts'))],
    ['a source is gone', () => rmSync(at('libs/a/src/two.ts'))],
    ['packages changed', () => writeFileSync(at('package-lock.json'), '{ }')],
    ['a project was never built', () => rmSync(at('libs/a/dist'), { recursive: true })],
    ['packages were installed anew', () => rmSync(at('node_modules'), { recursive: true })],
  ])('is not up to date when %s', (_, change) => {
    change();
    expect(upToDate()).toBe(false);
  });
});
