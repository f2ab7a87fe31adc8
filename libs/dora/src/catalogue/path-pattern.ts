/**
 * A regular expression for the files that globs name, in the syntax that RE2 and JavaScript share
 * (no look-around), so that the same pattern works in ClickHouse and here.
 *
 * `*` is any part of a name, `**` any number of folders, `?` one character, `{a,b}` either, `[ab]`
 * one of; a glob that ends in `/` names everything below it.
 *
 * @returns '' for no globs: every file
 */
export function pathPattern(globs: readonly string[]): string {
  if (globs.length === 0) return '';
  return `^(?:${globs.map(globPattern).join('|')})$`;
}

function globPattern(glob: string): string {
  const path = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  let pattern = '';
  let depth = 0;
  for (let index = 0; index < path.length;) {
    const rest = path.slice(index);
    const [text, regex] = tokenOf(rest, index === 0 || path[index - 1] === '/', depth);
    if (text === '{') depth += 1;
    if (text === '}' && depth > 0) depth -= 1;
    pattern += regex;
    index += text.length;
  }
  // A brace that is never closed is a plain character, like the comma behind it.
  return depth === 0 ? pattern : path.replace(SPECIAL, '\\$&');
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/** The next token of a glob, and what it is in a regular expression. */
function tokenOf(rest: string, startsName: boolean, depth: number): readonly [string, string] {
  if (startsName && rest.startsWith('**/')) return ['**/', '(?:.*/)?'];
  if (rest.startsWith('**')) return ['**', '.*'];
  const set = /^\[(!?)([^\]/]+)\]/.exec(rest);
  if (set?.[2] !== undefined) {
    const members = set[2].replace(/[\\^[\]]/g, '\\$&');
    return [set[0], set[1] === '!' ? `[^/${members}]` : `[${members}]`];
  }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  switch (character) {
    case '*':
      return ['*', '[^/]*'];
    case '?':
      return ['?', '[^/]'];
    case '{':
      return ['{', '(?:'];
    case '}':
      return depth > 0 ? ['}', ')'] : ['}', '\\}'];
    case ',':
      return [',', depth > 0 ? '|' : ','];
    default:
      return [character, character.replace(SPECIAL, '\\$&')];
  }
}
