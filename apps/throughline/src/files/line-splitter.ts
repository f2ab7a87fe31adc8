import { CommandFailure } from '../command-failure.js';
import { type EventText, LONGEST_EVENT, type Splitter } from './event-text.js';

/** NDJSON: an event a line; blank lines count but carry none. */
export class LineSplitter implements Splitter {
  private unfinished = '';
  private line = 1;

  constructor(private readonly file: string) {}

  *push(text: string): Generator<EventText> {
    const lines = (this.unfinished + text).split('\n');
    this.unfinished = lines.pop() ?? '';
    if (this.unfinished.length > LONGEST_EVENT) {
      throw new CommandFailure(
        `${this.file}:${this.line + lines.length}: is longer than any event; NDJSON has one event a line`,
      );
    }
    for (const line of lines) {
      yield* this.event(line);
      this.line += 1;
    }
  }

  *end(): Generator<EventText> {
    yield* this.event(this.unfinished);
  }

  private *event(line: string): Generator<EventText> {
    const json = line.trim();
    if (json !== '') yield { json, place: `${this.file}:${this.line}` };
  }
}
