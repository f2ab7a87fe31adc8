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

function written(text: string): readonly Node[] {
  return nodesOf(markdownOf(documentWith(text)));
}

function foreignTypes(nodes: readonly Node[]): readonly string[] {
  return nodes.map(({ type }) => type).filter((type) => !OURS.has(type));
}

function countOf(nodes: readonly Node[], type: string): number {
  return nodes.filter((node) => node.type === type).length;
}

describe('a digest in Markdown', () => {
  it.each(HOSTILE)('shows %j as text wherever it stands', (text) => {
    const nodes = written(text);
    expect(foreignTypes(nodes)).toEqual([]);
    const links = nodes.filter(({ type }) => type === 'link');
    expect(links.map(({ url }) => url)).toEqual(Array.from({ length: LINKS }, () => SAFE_URL));
  });

  it('keeps its own shape whatever it is about, and says it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const nodes = written(text);
        expect(foreignTypes(nodes)).toEqual([]);
        expect(countOf(nodes, 'link')).toBe(LINKS);
        expect(countOf(nodes, 'tableCell')).toBe(4);
        expect(countOf(nodes, 'listItem')).toBe(2);
        expect(countOf(nodes, 'thematicBreak')).toBe(1);
        const title = nodesOfNode(nodes[0]?.children?.[0]).join('').replaceAll('\u2060', '');
        expect(title).toBe(text.replace(/\s+/g, ' ').trim());
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
