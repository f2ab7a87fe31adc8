import type { Place } from '@throughline/store';

/** A place as one text, to look things up by. */
export function placeKey({ service, environment }: Place): string {
  return JSON.stringify([service, environment]);
}
