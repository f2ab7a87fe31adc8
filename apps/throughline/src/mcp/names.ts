import { foreignText } from '../text/foreign-text.js';

const LONGEST_NAME = 80;

/** A name or an id in a sentence. */
export function nameInWords(name: string): string {
  return foreignText(name, LONGEST_NAME);
}

/** `team payments`; of a row over everything `all`. */
export function groupInWords(group: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(group).map(
    ([kind, name]) => `${kind} ${name === null ? 'unknown' : nameInWords(name)}`,
  );
  return parts.length === 0 ? 'all' : parts.join(', ');
}
