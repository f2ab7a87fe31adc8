import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ParserOptions } from 'prettier';
import { parsers } from 'prettier/plugins/html';
import { documentWith, HOSTILE, hostileText, LINKS, SAFE_URL } from './hostile.fixture.js';
import { htmlOf } from './html.js';

interface Node {
  readonly kind: string;
  readonly name?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly children?: readonly Node[];
}

/** Read by another’s parser of HTML. */
function elementsOf(html: string): readonly Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  const options = { parser: 'html', filepath: 'digest.html' } as unknown as ParserOptions;
  return all(parsers.html.parse(html, options) as Node).filter(({ kind }) => kind === 'element');
}

/** Every element and attribute of it, without what the attributes say. */
function shapeOf(html: string): readonly string[] {
  return elementsOf(html).map(({ name = '', attrs = [] }) =>
    [name, ...attrs.map((attribute) => attribute.name)].join(' '),
  );
}

const harmless = shapeOf(htmlOf(documentWith('harmless')));

describe('a digest in HTML', () => {
  it.each(HOSTILE)('shows %j as text wherever it stands', (text) => {
    expect(shapeOf(htmlOf(documentWith(text)))).toEqual(harmless);
  });

  it('keeps its own shape whatever it is about', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shapeOf(htmlOf(documentWith(text)))).toEqual(harmless);
      }),
    );
  });

  it('asks nothing of anywhere: no script, no picture, no style from elsewhere', () => {
    const names = harmless.map((shape) => shape.split(' ')[0]);
    expect(
      names.filter((name) => /^(script|img|link|iframe|object|form)$/.test(name ?? '')),
    ).toEqual([]);
    expect(htmlOf(documentWith('x'))).not.toMatch(/url\(|@import|javascript:/);
    const links = elementsOf(htmlOf(documentWith('x'))).filter(({ name }) => name === 'a');
    expect(links.map(({ attrs }) => attrs?.[0]?.value)).toEqual(
      Array.from({ length: LINKS }, () => SAFE_URL),
    );
  });
});
