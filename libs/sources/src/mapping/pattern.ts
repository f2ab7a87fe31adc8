/**
 * A name with gaps: `*` stands for anything, also for nothing; `{service}` stands for at least one
 * character, as few as will do, and tells what it was. Upper and lower case are the same. Every piece
 * of fixed text is looked for once, from where the one before it ended, so a long name that somebody
 * made up costs no more than its length.
 */
export function matchPattern(pattern: string, name: string): PatternMatch | undefined {
  const [start = '', ...rest] = pattern.toLowerCase().split(/(\*|\{\w+\})/);
  const text = name.toLowerCase();
  // Of a few letters the lower case is longer: then what was captured is told in lower case.
  const told = text.length === name.length ? name : text;
  if (!text.startsWith(start)) return undefined;
  const captured: Record<string, string> = {};
  let position = start.length;
  for (let index = 0; index < rest.length; index += 2) {
    const [gap = '', fixed = ''] = rest.slice(index, index + 2);
    const from = gap === '*' ? position : position + 1;
    const isLast = index + 2 >= rest.length;
    const found = isLast ? placeAtEnd(text, fixed, from) : place(text, fixed, from);
    if (found === undefined) return undefined;
    if (gap !== '*') captured[gap.slice(1, -1)] = told.slice(position, found);
    position = found + fixed.length;
  }
  return position === text.length ? captured : undefined;
}

/** What the named gaps stood for. */
export type PatternMatch = Readonly<Record<string, string>>;

function place(text: string, fixed: string, from: number): number | undefined {
  if (from > text.length) return undefined;
  const found = text.indexOf(fixed, from);
  return found === -1 ? undefined : found;
}

/** The last piece has to end the text. */
function placeAtEnd(text: string, fixed: string, from: number): number | undefined {
  const found = text.length - fixed.length;
  return found >= from && text.endsWith(fixed) ? found : undefined;
}

/** The first pattern that one of the names fits, with what it captured. */
export function matchAny(
  patterns: readonly string[],
  names: readonly string[],
): PatternMatch | undefined {
  for (const pattern of patterns) {
    for (const name of names) {
      const match = matchPattern(pattern, name.slice(0, LONGEST));
      if (match !== undefined) return match;
    }
  }
  return undefined;
}

/** Names are shorter; what a sender made longer need not be looked at whole. */
const LONGEST = 2_000;
