import fc from 'fast-check';
import { cell, type Document, linkTo } from './document.js';

/** What somebody may put into a title to make a reader’s program do something. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onclick='alert(1)",
  '[click](javascript:alert(1))',
  '![pixel](https://evil.example/p.png)',
  'https://evil.example and www.evil.example and HTTP://evil.example',
  'mail me@evil.example or ask @everyone',
  '<https://evil.example>',
  '[id]: https://evil.example',
  'a | b | c',
  '`code` and ``more``',
  '\\[back\\](slash) \\',
  '*bold* _it_ ~~gone~~ __x__ $m$',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '# heading',
  '---',
  '===',
  '> quote',
  '    indented',
  '&lt;b&gt; &#60;b&#62; &nbsp;',
  'two\nlines\n\n# and a heading',
  '] ) ](https://evil.example) [',
  '',
];

/** Texts like those, and any others. */
export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(...Array.from('<>&"\'[]()!|`*_~\\:/@.#-+= \n'), 'www', 'http', 'a', '1'),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);

export const SAFE_URL = 'https://example.com/page';

/** A text in every place that a digest has for one. */
export function documentWith(text: string): Document {
  const link = linkTo(text, SAFE_URL);
  return {
    title: text,
    subtitle: [text, link],
    sections: [
      {
        heading: text,
        blocks: [
          { kind: 'paragraph', content: [text] },
          { kind: 'paragraph', content: ['before ', link, ' after'] },
          { kind: 'list', items: [[text], [link, text]] },
          {
            kind: 'table',
            columns: [text, 'b'],
            rows: [[cell(text), [[link], [text]]]],
          },
        ],
      },
    ],
    footnotes: [text],
  };
}

/** How often a link is written there. */
export const LINKS = 4;
