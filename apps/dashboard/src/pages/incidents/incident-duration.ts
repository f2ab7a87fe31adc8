import { durationInWords } from '@throughline/dora';

interface Lasting {
  readonly openedAt: string;
  readonly resolvedAt: string | null;
}

/** Seconds that it lasted; of one that is open, until now. */
export function secondsOf({ openedAt, resolvedAt }: Lasting, now = Date.now()): number {
  return ((resolvedAt === null ? now : Date.parse(resolvedAt)) - Date.parse(openedAt)) / 1000;
}

/** `resolved after 37 min`, `open for 2 d 3 h`. */
export function durationOf(incident: Lasting, now = Date.now()): string {
  const duration = durationInWords(secondsOf(incident, now));
  return incident.resolvedAt === null ? `open for ${duration}` : `resolved after ${duration}`;
}
