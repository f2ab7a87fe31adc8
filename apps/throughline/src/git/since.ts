import { readInstant } from '@throughline/events';
import { InvalidArgumentError } from 'commander';

/**
 * A date (its midnight in UTC) or an RFC 3339 moment. Git's own reading is not used: it takes any
 * word for some date.
 * @returns unix seconds
 */
export function parseSince(text: string): number {
  const instant = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (instant === undefined) {
    throw new InvalidArgumentError('write a date such as 2026-01-31 or 2026-01-31T12:00:00Z.');
  }
  return Math.ceil(instant / 1000);
}
