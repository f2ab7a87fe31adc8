import type { Block, Cell, Document, Inline } from './document.js';
import { HTML_STYLE } from './html-style.js';

/** Writes a digest as one HTML file: no script, nothing from elsewhere; for a mail, a page or paper. */
export function htmlOf({ title, subtitle, sections, footnotes }: Document): string {
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p class="subtitle">${inline(subtitle)}</p>`,
    ...sections.flatMap(({ heading, blocks }) => [
      '<section>',
      `<h2>${escaped(heading)}</h2>`,
      ...blocks.map(block),
      '</section>',
    ]),
    '<footer>',
    ...footnotes.map((note) => `<p>${escaped(note)}</p>`),
    '</footer>',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'paragraph':
      return `<p>${inline(given.content)}</p>`;
    case 'list':
      return `<ul>${given.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = given.columns.map((column) => `<th scope="col">${escaped(column)}</th>`);
      const rows = given.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
      return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    }
  }
}

function cell([first = [], ...rest]: Cell, index: number): string {
  const lines = [
    `<span class="first">${inline(first)}</span>`,
    ...rest.map((line) => `<span class="line">${inline(line)}</span>`),
  ].join('');
  return index === 0 ? `<th scope="row">${lines}</th>` : `<td>${lines}</td>`;
}

function inline(content: readonly Inline[]): string {
  return content
    .map((part) =>
      typeof part === 'string'
        ? escaped(part)
        : `<a href="${escaped(part.url)}" rel="noreferrer"><bdi>${escaped(part.text)}</bdi></a>`,
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
