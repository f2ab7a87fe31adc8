import type { Block, Cell, Document, Inline, Row } from './document.js';

/** Stands between the lines of a cell: a table of Markdown has none. */
const BETWEEN_LINES = ' · ';

/** Writes a digest as Markdown with GitHub’s tables. */
export function markdownOf({ title, subtitle, sections, footnotes }: Document): string {
  const parts = [
    `# ${escaped(title)}`,
    inline(subtitle),
    ...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.map(block)]),
    '---',
    ...footnotes.map(escaped),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'paragraph':
      return inline(given.content);
    case 'list':
      return given.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return table(given.columns, given.rows);
  }
}

function table(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(escaped)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n');
}

function cellText(cell: Cell): string {
  return cell.map(inline).join(BETWEEN_LINES);
}

function inline(content: readonly Inline[]): string {
  return content
    .map((part) =>
      typeof part === 'string'
        ? escaped(part)
        : `[${escaped(part.text)}](${destination(part.url)})`,
    )
    .join('');
}

/** What makes a list, a heading or a rule of the text behind it; a number with a sign makes none. */
const MARK_AT_START = /^(?=\s*[-+=#](?!\d))(\s*)/;
const NUMBER_AT_START = /^(\s*\d+)(?=[.)](?:\s|$))/;

/** What GitHub makes a link of by itself: a bare address, and a name or mail address. */
const BARE_LINK = /:(?=\/\/)|www(?=\.)|@/gi;
const WORD_JOINER = '\u2060';

/**
 * Text that no reader of Markdown takes for anything else: not for a link (also not one that GitHub
 * makes of a bare address, or of a name after @), an image, HTML, code, or the end of a cell.
 */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_![\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(MARK_AT_START, '$1\\')
    .replace(NUMBER_AT_START, '$1\\')
    .replace(BARE_LINK, `$&${WORD_JOINER}`);
}

/** Percent-encodes what could end the destination of a link, or the cell that it stands in. */
function destination(url: string): string {
  return url.replace(
    /[\s()<>|\\`]/g,
    (character) =>
      `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
