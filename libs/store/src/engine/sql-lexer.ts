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

const LEXEME = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<comment>--[^\n]*|#[ !][^\n]*|/\*[^]*?(?:\*/|$))`,
    // ClickHouse escapes a quote by doubling it or by a backslash, in strings and in quoted identifiers alike.
    // An unclosed one runs to the end, so that the engine is the one who complains about it.
    String.raw`(?<quoted>'(?:[^'\\]+|\\[^]|'')*(?:'|$)|"(?:[^"\\]+|\\[^]|"")*(?:"|$)` +
      '|`(?:[^`\\\\]+|\\\\[^]|``)*(?:`|$)' +
      String.raw`|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_$]*)`,
    String.raw`(?<semicolon>;)`,
    String.raw`(?<symbol>[^])`,
  ].join('|'),
  'uy',
);

const KINDS: readonly TokenKind[] = ['space', 'comment', 'quoted', 'word', 'semicolon', 'symbol'];

export function* tokens(sql: string): Generator<Token> {
  for (let start = 0; start < sql.length;) {
    LEXEME.lastIndex = start;
    const match = LEXEME.exec(sql);
    const kind = KINDS.find((name) => match?.groups?.[name] !== undefined);
    if (match === null || kind === undefined) throw new Error(`No token at offset ${start}`);
    yield { kind, text: match[0], start };
    start += match[0].length;
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
