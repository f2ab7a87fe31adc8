import { Random } from '../random.js';

export function reversed(events: readonly object[]): readonly object[] {
  return [...events].reverse();
}

export function shuffled(events: readonly object[], seed: number): readonly object[] {
  return new Random(seed).shuffled(events);
}

/** Every tenth event comes a second time, long after the first. */
export function withRepeats(events: readonly object[]): readonly object[] {
  const far = Math.floor(events.length / 3);
  return events.flatMap((event, index) => {
    const before = events[index - far];
    return before !== undefined && index % 10 === 0 ? [event, before] : [event];
  });
}

/** Events as requests, few enough that something can happen between them. */
export function inRequests(events: readonly object[]): readonly (readonly object[])[] {
  const size = 2_000;
  return Array.from({ length: Math.ceil(events.length / size) }, (_, index) =>
    events.slice(index * size, (index + 1) * size),
  );
}
