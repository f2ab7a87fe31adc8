import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ParserOptions } from 'prettier';
import { parsers } from 'prettier/plugins/markdown';
import { linkTo } from './document.js';
import { documentWith, HOSTILE, hostileText, LINKS, SAFE_URL } from './hostile.fixture.js';
import { markdownOf } from './markdown.js';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** Read by another’s parser: CommonMark with GitHub’s tables and bare links. */
function nodesOf(markdown: string): readonly Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(parsers.markdown.parse(markdown, {} as ParserOptions) as Node);
}

const OURS = new Set([
  ...['root', 'heading', 'paragraph', 'list', 'listItem', 'table', 'tableRow', 'tableCell'],
  ...['link', 'text', 'thematicBreak'],
]);

function foreignTypes(text: string): readonly string[] {
  return nodesOf(markdownOf(documentWith(text)))
    .map(({ type }) => type)
    .filter((type) => !OURS.has(type));
}

function countOf(text: string, type: string): number {
  return nodesOf(markdownOf(documentWith(text))).filter((node) => node.type === type).length;
}

describe('a digest in Markdown', () => {
  it.each(HOSTILE)('shows %j as text wherever it stands', (text) => {
    expect(foreignTypes(text)).toEqual([]);
    const links = nodesOf(markdownOf(documentWith(text))).filter(({ type }) => type === 'link');
    expect(links.map(({ url }) => url)).toEqual(Array.from({ length: LINKS }, () => SAFE_URL));
  });

  it('keeps its own shape whatever it is about', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(foreignTypes(text)).toEqual([]);
        expect(countOf(text, 'link')).toBe(LINKS);
        expect(countOf(text, 'tableCell')).toBe(4);
        expect(countOf(text, 'listItem')).toBe(2);
        expect(countOf(text, 'thematicBreak')).toBe(1);
      }),
    );
  });

  it('says what it was given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [heading] = nodesOf(markdownOf(documentWith(text)));
        const first = heading?.children?.[0];
        const said = nodesOfNode(first).join('').replaceAll('\u2060', '');
        expect(said).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

function nodesOfNode(node: Node | undefined): string[] {
  if (node === undefined) return [];
  return [node.value ?? '', ...(node.children ?? []).flatMap(nodesOfNode)];
}

describe('a link to an address that an event brought', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'not an address',
  ])('is plain text for %s', (url) => {
    expect(linkTo('name', url)).toBe('name');
  });

  it.each([
    'https://example.com/a(b)c|d e',
    'https://example.com/)](javascript:alert(1)',
    'https://example.com/?q=`|\\<b>',
  ])('keeps %s in one piece', (url) => {
    const document = { ...documentWith('x'), subtitle: [linkTo('name', url)], sections: [] };
    const links = nodesOf(markdownOf(document)).filter(({ type }) => type === 'link');
    expect(links).toHaveLength(1);
    expect(decodeURIComponent(links[0]?.url ?? '')).toBe(decodeURIComponent(new URL(url).href));
  });
});
