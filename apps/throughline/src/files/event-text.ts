import type { EventLine } from '../events/batches.js';

/** An event as a file has it: on one line, not yet read. */
export interface EventText extends EventLine {
  /** `events.ndjson:12`: where a person finds it. */
  readonly place: string;
}

/** Cuts a text into events as it streams by. */
export interface Splitter {
  push(text: string): Iterable<EventText>;
  /** What was still unfinished; throws when that cannot be the end. */
  end(): Iterable<EventText>;
}

/** No single event comes near; a longer one is a file of another kind. */
export const LONGEST_EVENT = 8 * 1024 * 1024;
