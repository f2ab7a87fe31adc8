import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from './csv-line.js';
import { parseCsv } from './parse-csv.fixture.js';

/** What a reader of CSV finds in the only cell of a line. */
const read = (text: string) => parseCsv(`cell\r\n${csvLine([text])}`)[0]?.get('cell');

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1＋1', "'＝1＋1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\u200b\u202e=1+1', "'\u200b\u202e=1+1"],
    ['"=1+1"', '\'"=1+1"'],
    ['\t=1+1', "'\t'=1+1"],
    ['\0=1+1', "'\0=1+1"],
    ['\rtext', "'\rtext"],
    // In a country of the comma for decimals, a semicolon ends the cell.
    ['fix;=1+1', "fix;'=1+1"],
    ['fix; =1+1', "fix;' =1+1"],
    ['fix\n=1+1', "fix\n'=1+1"],
    ['fix\r\n@A1', "fix\r\n'@A1"],
  ])('that would run as a formula, %j, is text', (text, cell) => {
    expect(read(text)).toBe(cell);
  });

  it.each([
    'Größe 🚀',
    'a "quoted" word, and a comma',
    'two\nlines',
    'user@example.com',
    'a=b',
    'feature/a-b',
    'fix; then go on',
    '\u202etxet',
    "'tis",
    '',
    ' ',
  ])('that only says something, %j, is as it was', (text) => {
    expect(read(text)).toBe(text);
  });

  it('of any text has one line and nothing but apostrophes more than it', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('=+-@＝;,"\'\t\r\n\0 \u200b🚀a')),
    });
    fc.assert(
      fc.property(text, (value) => {
        const cell = read(value) ?? 'no cell';
        expect(cell.replaceAll("'", '')).toBe(value.replaceAll("'", ''));
        for (const part of cell.split(/[;\t\r\n]/)) {
          expect(part).not.toMatch(/^[\s\p{Cc}\p{Cf}"]*[=+\-@＝]/u);
        }
      }),
    );
  });
});

it('has numbers as they are, and nothing for what is not known', () => {
  expect(csvLine([-1.5, true, null, 'x'])).toBe('-1.5,true,,x\r\n');
});
