import { describe, expect, it } from '@jest/globals';
import { waitingAtEndOf } from './waiting-commits.js';

const [FIRST, SECOND, THIRD] = [100, 200, 300].map((start) => ({ start, end: start + 100 }));

describe('the commits that wait at the end of a period', () => {
  it('were written by then and shipped later or not at all', () => {
    const waiting = [
      { startedIn: 0, shippedIn: 200, commits: 1 },
      { startedIn: 0, shippedIn: null, commits: 10 },
      { startedIn: 100, shippedIn: 100, commits: 100 },
      { startedIn: 100, shippedIn: 300, commits: 1000 },
      { startedIn: 300, shippedIn: null, commits: 10_000 },
    ];
    const at = (period: typeof FIRST) => period && waitingAtEndOf(period, waiting);
    expect(at(FIRST)).toBe(1 + 10 + 1000);
    expect(at(SECOND)).toBe(10 + 1000);
    expect(at(THIRD)).toBe(10 + 10_000);
  });
});
