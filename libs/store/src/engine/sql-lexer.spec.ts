import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { leadingKeyword, placeholders, splitStatements, tokens } from './sql-lexer.js';

/** Pieces in which a semicolon ends nothing. */
const piece = fc.oneof(
  fc.string().map((text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`),
  fc.string().map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`),
  fc.string().map((text) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``),
  fc.string().map((text) => `/*${text.replaceAll('*', '')}*/`),
  fc.string().map((text) => `--${text.replaceAll('\n', '')}\n`),
  fc.string().map((text) => `$tag$${text.replaceAll('$', '')}$tag$`),
  fc.constantFrom('SELECT', 'x', '42', ',', '(', ')', '=', ' ', '\n', '-', '/', '{a:String}'),
);
const statement = fc.array(piece, { maxLength: 12 }).map((pieces) => `SELECT ${pieces.join(' ')}`);

describe('the lexer', () => {
  it('loses nothing of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        expect([...tokens(sql)].map(({ text }) => text).join('')).toBe(sql);
      }),
    );
  });

  it('splits statements only where a semicolon stands by itself', () => {
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        expect(splitStatements(statements.join(';\n'))).toEqual(
          statements.map((sql) => sql.trim()),
        );
      }),
    );
  });

  it('drops statements that are nothing but comments', () => {
    expect(splitStatements('; -- first\n;; SELECT 1; /* last ; */\n')).toEqual(['SELECT 1']);
  });

  it('takes an unclosed string or comment to the end', () => {
    expect(splitStatements("SELECT 'a; b")).toEqual(["SELECT 'a; b"]);
    expect(splitStatements('SELECT 1 /* a; b')).toEqual(['SELECT 1 /* a; b']);
  });

  it('names the first word past comments and brackets', () => {
    expect(leadingKeyword('/* a */ -- b\n ((select 1)')).toBe('SELECT');
    expect(leadingKeyword("'SELECT'")).toBe('');
  });

  it('finds placeholders and no look-alikes', () => {
    const sql = `SELECT {a:String}, { b : Array(Map(String, UInt8)) }, '{c:String}', map('d', 1), {'e': 1} -- {f:Int8}`;
    expect(placeholders(sql)).toEqual(['a', 'b']);
  });
});
