import { formatInstant, type Instant } from '@throughline/events';

/** A moment as answers show it, null where it is not known. */
export function formatTime(instant: Instant | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant);
}
