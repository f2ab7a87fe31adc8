import { type Entry, MOST_EVENTS } from './entry.js';
import { tooManyEvents } from './refusals.js';

/** One JSON value a line; blank lines do not count. A line that is no JSON does not spoil the others. */
export function readNdjson(text: string): Entry[] {
  const entries: Entry[] = [];
  let line = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const written = text.slice(start, end).trim();
    start = end + 1;
    line += 1;
    if (written === '') continue;
    if (entries.length === MOST_EVENTS) throw tooManyEvents();
    entries.push(readLine(written, line));
  }
  return entries;
}

function readLine(raw: string, line: number): Entry {
  try {
    return { value: JSON.parse(raw), line };
  } catch (error) {
    const message = `is not JSON: ${(error as SyntaxError).message}`;
    return { value: undefined, faults: [{ path: '', code: 'not_json', message }], raw, line };
  }
}
