/** Letters that run from right to left, and the characters that turn or isolate the direction of a text. */
const TURNS =
  /[\u0590-\u08ff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A name that an event gave, for the middle of a sentence: whatever direction it has or turns to, the
 * sentence goes on in its own (Unicode's isolates; where the name has an element of its own, class `said`).
 */
export function isolated(name: string): string {
  if (!TURNS.test(name)) return name;
  // An end of its own would let what follows it out.
  return FIRST_STRONG_ISOLATE + name.replaceAll(POP_ISOLATE, '') + POP_ISOLATE;
}
