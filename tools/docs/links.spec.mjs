import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a clone has: a file that only this machine has is a broken link everywhere else. */
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split(
  '\0',
);

const documents = tracked.filter((path) => path.endsWith('.md'));

/** @param {string} path */
const isTracked = (path) =>
  tracked.includes(path) || tracked.some((other) => other.startsWith(`${path}/`));

/** @param {string} path */
const textOf = (path) =>
  readFileSync(join(ROOT, path), 'utf8').replaceAll(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, '');

/**
 * The targets of a document's links and pictures that are not addresses of the web.
 *
 * @param {string} text
 */
const relativeLinks = (text) =>
  Array.from(
    text.replaceAll(/`[^`\n]*`/g, '').matchAll(/\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*(\S+)/gm),
    ([, inline, reference]) => inline ?? reference,
  ).filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));

/**
 * The anchors GitHub gives to a document's headings.
 *
 * @param {string} text
 */
function anchorsOf(text) {
  const seen = new Map();
  return new Set(
    Array.from(text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm), ([, heading]) => {
      const slug = heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
        .replaceAll(' ', '-');
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

/**
 * @param {string} document
 * @param {string} target
 * @returns {string | undefined} what is wrong with the link
 */
function fault(document, target) {
  const [path, anchor] = target.split('#').map(decodeURIComponent);
  const file = path === '' ? document : normalize(join(dirname(document), path)).replace(/\/$/, '');
  if (!isTracked(file)) return `${target}: there is no ${file}`;
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  return anchorsOf(textOf(file)).has(anchor)
    ? undefined
    : `${target}: ${file} has no heading "${anchor}"`;
}

describe('links between documents', () => {
  it('are found', () => {
    const text = 'a [b](c.md#d) ![e](f/g.svg) [web](https://example.org) `[code](x.md)`\n[h]: i.md';
    expect(relativeLinks(text)).toEqual(['c.md#d', 'f/g.svg', 'i.md']);
    expect(fault('README.md', 'nowhere.md')).toBe('nowhere.md: there is no nowhere.md');
    expect(fault('README.md', '#nowhere')).toBe('#nowhere: README.md has no heading "nowhere"');
  });

  it.each(documents)('of %s lead somewhere', (document) => {
    const faults = relativeLinks(textOf(document)).flatMap(
      (target) => fault(document, target) ?? [],
    );
    expect(faults).toEqual([]);
  });
});
