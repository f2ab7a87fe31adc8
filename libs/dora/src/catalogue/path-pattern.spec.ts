import { describe, expect, it } from '@jest/globals';
import { pathPattern } from './path-pattern.js';

const matches = (globs: readonly string[], path: string) =>
  new RegExp(pathPattern(globs)).test(path);

describe('the files of a service', () => {
  it.each([
    ['services/api/**', 'services/api/main.ts', true],
    ['services/api/**', 'services/api/deep/er/main.ts', true],
    ['services/api/**', 'services/api-gateway/main.ts', false],
    ['services/api/', 'services/api/main.ts', true],
    ['services/api/*', 'services/api/main.ts', true],
    ['services/api/*', 'services/api/deep/main.ts', false],
    ['**/package.json', 'package.json', true],
    ['**/package.json', 'a/b/package.json', true],
    ['**/package.json', 'a/b/xpackage.json', false],
    ['libs/{auth,mail}/**', 'libs/mail/x.ts', true],
    ['libs/{auth,mail}/**', 'libs/other/x.ts', false],
    ['v?/x', 'v1/x', true],
    ['v?/x', 'v12/x', false],
    ['[ab].ts', 'a.ts', true],
    ['[!ab].ts', 'a.ts', false],
    ['a.b+c(d)', 'a.b+c(d)', true],
    ['a.b', 'axb', false],
    ['a{b', 'a{b', true],
    ['./src/**', 'src/x', true],
    ['**', 'anything/at/all', true],
  ])('%s names %s: %s', (glob, path, expected) => {
    expect(matches([glob], path)).toBe(expected);
  });

  it('are those of any of the globs, and all where there is none', () => {
    expect(matches(['a/**', 'b/**'], 'b/x')).toBe(true);
    expect(matches(['a/**', 'b/**'], 'c/x')).toBe(false);
    expect(pathPattern([])).toBe('');
  });
});
