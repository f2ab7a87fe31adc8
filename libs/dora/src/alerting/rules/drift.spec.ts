import { describe, expect, it } from '@jest/globals';
import { lognormal, seededRandom } from '../../statistics/random.fixture.js';
import { driftFinding, judgeDrift } from './drift.js';

const HOUR = 3600;

function durations(seed: number, n: number, median: number): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => lognormal(random, median, 1));
}

describe('durations of now beside those of before', () => {
  const before = durations(1, 200, HOUR);

  it('have become longer where they are as a whole', () => {
    const drift = judgeDrift(durations(2, 60, 3 * HOUR), before, 20, false);
    expect(drift).toMatchObject({ state: 'holds', recent: { n: 60 }, before: { n: 200 } });
    expect(drift.superiority).toBeGreaterThan(0.65);
  });

  it('have not because a few took very long: a mean would say so', () => {
    const few = durations(3, 60, HOUR).map((seconds, index) =>
      index < 3 ? seconds * 500 : seconds,
    );
    expect(judgeDrift(few, before, 20, false).state).toBe('over');
  });

  it('have where the slower half became much slower, although the median stands still', () => {
    const [plain, slower] = [durations(4, 100, HOUR), durations(4, 100, HOUR)].map((all) =>
      [...all].sort((a, b) => a - b),
    );
    const half = (slower ?? []).map((seconds, index) => (index > 50 ? seconds * 30 : seconds));
    expect(judgeDrift(half, plain ?? [], 20, false).superiority).toBeGreaterThan(0.55);
    expect(judgeDrift(half, plain ?? [], 20, false).recent.median).toBe(
      judgeDrift(plain ?? [], plain ?? [], 20, false).recent.median,
    );
  });

  it('say nothing where there are too few, now or before', () => {
    expect(judgeDrift(durations(5, 19, 9 * HOUR), before, 20, false).state).toBe('unknown');
    expect(judgeDrift(durations(5, 30, 9 * HOUR), before.slice(0, 19), 20, true).state).toBe(
      'unknown',
    );
  });

  it('go on being longer until they are clearly not', () => {
    const between = durations(6, 400, 1.6 * HOUR);
    const drift = judgeDrift(between, before, 20, false);
    expect(drift.superiority).toBeGreaterThan(0.58);
    expect(drift.superiority).toBeLessThan(0.65);
    expect(drift.state).toBe('over');
    expect(judgeDrift(between, before, 20, true).state).toBe('holds');
    expect(judgeDrift(durations(7, 400, HOUR), before, 20, true).state).toBe('over');
  });

  it('rarely look longer by chance', () => {
    const alarms = Array.from({ length: 400 }, (_, seed) =>
      judgeDrift(durations(1000 + seed, 40, HOUR), durations(5000 + seed, 120, HOUR), 20, false),
    ).filter(({ state }) => state === 'holds');
    expect(alarms.length).toBeLessThanOrEqual(2);
  });

  it('are told with their medians', () => {
    const drift = judgeDrift([3 * HOUR, 3 * HOUR, 3 * HOUR], [HOUR, HOUR, HOUR], 3, false);
    const words = {
      ...{ metric: 'change lead time', windowSeconds: 14 * 86_400, beforeSeconds: 90 * 86_400 },
      ...{ where: 'team payments', severity: 'notify' as const },
    };
    expect(driftFinding(drift, words, 7).title).toBe(
      'team payments: change lead time has become longer, its median went from 1 h to 3 h',
    );
  });
});
