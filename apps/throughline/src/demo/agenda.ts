import type { Instant } from '@throughline/events';

interface Entry {
  readonly at: Instant;
  readonly act: () => void;
}

/**
 * What will happen, in the order of time; what happens may add to it. So whatever is done rests
 * only on what was done before: a commit's parents are there, a fix comes after its failure.
 */
export class Agenda {
  /** Latest first, so that the next one is at the end. */
  private readonly entries: Entry[] = [];
  private clock: Instant;

  constructor(
    start: Instant,
    private readonly end: Instant,
  ) {
    this.clock = start;
  }

  get now(): Instant {
    return this.clock;
  }

  /** What lies after the end never happens. */
  schedule(at: Instant, act: () => void): void {
    if (at < this.clock) throw new Error(`${at} has passed: it is ${this.clock}`);
    if (at >= this.end) return;
    // Of two at one moment the one that was scheduled first comes first.
    const place = this.entries.findIndex((entry) => entry.at <= at);
    this.entries.splice(place === -1 ? this.entries.length : place, 0, { at, act });
  }

  run(): void {
    for (let next = this.entries.pop(); next !== undefined; next = this.entries.pop()) {
      this.clock = next.at;
      next.act();
    }
  }
}
