import { formatInstant, type Instant } from '@throughline/events';

/** How far what is stored has come. */
export interface Progress {
  readonly lastEventAt: Instant | null;
  readonly storedAt: Instant | null;
  /** Another one for every other state of what is stored. */
  readonly mark: string;
}

/** How long a browser waits until it opens a stream that ended once more. */
const RETRY_MS = 3_000;

/** The first message: said at once, so that whoever asked knows that the stream is open. */
export const HELLO = `retry: ${RETRY_MS}\n\n`;

/** Keeps proxies from taking a stream on which nothing happens for dead. */
export const HEARTBEAT = ': still here\n\n';

/** How far it had come when the stream was opened: whoever asked before that may have missed something. */
export function openedMessage(progress: Progress): string {
  return message('opened', progress);
}

export function changedMessage(progress: Progress): string {
  return message('changed', progress);
}

function message(event: string, { mark, lastEventAt, storedAt }: Progress): string {
  const data = {
    lastEventAt: lastEventAt === null ? null : formatInstant(lastEventAt),
    storedAt: storedAt === null ? null : formatInstant(storedAt),
  };
  return `id: ${mark}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
