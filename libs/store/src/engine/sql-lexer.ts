/**
 * Just enough of ClickHouse's lexer to know where a statement ends: a semicolon inside a string, an identifier, a
 * heredoc or a comment ends nothing. Statements are never rewritten from it.
 */
export type TokenKind = 'space' | 'comment' | 'quoted' | 'word' | 'semicolon' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset of the token's first UTF-16 unit in the text. */
  readonly start: number;
}

/** Tried in this order. An unclosed quote or comment runs to the end: complaining about it is the engine's part. */
const LEXEMES: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['comment', /--[^\n]*|#[ !][^\n]*|\/\*[^]*?(?:\*\/|$)/y],
  // A quote is escaped by doubling it or by a backslash, in strings and in quoted identifiers alike.
  ['quoted', /'(?:[^'\\]+|\\[^]|'')*(?:'|$)/y],
  ['quoted', /"(?:[^"\\]+|\\[^]|"")*(?:"|$)/y],
  ['quoted', /`(?:[^`\\]+|\\[^]|``)*(?:`|$)/y],
  ['quoted', /(\$\w*\$)[^]*?\1/y],
  ['semicolon', /;/y],
  ['symbol', /[\d.]+|[^]/y],
];

export function* tokens(sql: string): Generator<Token> {
  for (let start = 0, end = 0; start < sql.length; start = end) {
    for (const [kind, lexeme] of LEXEMES) {
      lexeme.lastIndex = start;
      if (!lexeme.test(sql)) continue;
      end = lexeme.lastIndex;
      yield { kind, text: sql.slice(start, end), start };
      break;
    }
  }
}

const isSignificant = (token: Token): boolean => token.kind !== 'space' && token.kind !== 'comment';

/** The statements of a text, in order, without their semicolons; comments stay with the statement they precede. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let from = 0;
  let hasContent = false;
  const close = (end: number): void => {
    if (hasContent) statements.push(sql.slice(from, end).trim());
    from = end + 1;
    hasContent = false;
  };
  for (const token of tokens(sql)) {
    if (token.kind === 'semicolon') close(token.start);
    else if (isSignificant(token)) hasContent = true;
  }
  close(sql.length);
  return statements;
}

/** The statement's first word in upper case, past comments and opening brackets; empty when there is none. */
export function leadingKeyword(sql: string): string {
  for (const token of tokens(sql)) {
    if (token.kind === 'word') return token.text.toUpperCase();
    if (isSignificant(token) && token.text !== '(') return '';
  }
  return '';
}

/** Names of the `{name:Type}` placeholders, in order of appearance. */
export function placeholders(sql: string): string[] {
  const significant = [...tokens(sql)].filter(isSignificant);
  return significant.flatMap((token, index) => {
    const [before, after] = [significant[index - 1], significant[index + 1]];
    return token.kind === 'word' && before?.text === '{' && after?.text === ':' ? [token.text] : [];
  });
}
