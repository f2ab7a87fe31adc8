import { localDate, type Period } from '@throughline/dora';

/** The part of a reply that a CSV answer needs. */
export interface CsvReply {
  header(name: string, value: string): unknown;
}

/** Makes the answer a file to keep, named after what is in it. */
export function answerAsCsv(reply: CsvReply, name: string): void {
  reply.header('content-type', 'text/csv; charset=utf-8');
  // Names of services and ids come from events; a header takes not all of what they may hold.
  const plain = name.replaceAll(/[^\w.-]+/g, '_').slice(0, 100);
  reply.header('content-disposition', `attachment; filename="throughline-${plain}.csv"`);
}

/** `deployments-2026-03-01-to-2026-03-31`: the first and the last day that the file has something of. */
export function windowName(name: string, { start, end }: Period, timezone: string): string {
  return `${name}-${localDate(start, timezone)}-to-${localDate(end - 1, timezone)}`;
}
