import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeier, type Observation } from './kaplan-meier.js';
import { quantile } from './quantile.js';
import { acrossReplications, exponential, lognormal, seededRandom } from './random.fixture.js';

const ended = (...seconds: number[]) => seconds.map((each) => ({ seconds: each, ended: true }));
const open = (...seconds: number[]) => seconds.map((each) => ({ seconds: each, ended: false }));

describe('remission of leukaemia in weeks (Freireich et al. 1963), the example of the textbooks', () => {
  const mercaptopurine = [
    ...ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];
  const placebo = ended(...[1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

  it('lasts 23 weeks under 6-MP in the median, and 13 in the first quarter, whose p75 and p90 are not known', () => {
    // S falls to 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 at 6, 7, 10, 13, 16, 22, 23: ≤ 0.5 first
    // at 23, never ≤ 0.25. On log(−log S), at 10 it is 1.98 standard errors above one half and at 13 it is
    // 1.50, so the interval opens at 13; at 23 it is 0.39 below, and nothing more ends: no upper end.
    expect(kaplanMeier(mercaptopurine)).toEqual({
      ...{ n: 21, ended: 9, open: 12, p50: 23, p75: null, p90: null },
      ...{ p50Low: 13, p50High: null },
    });
  });

  it('lasts 8 weeks under placebo, 4 to 11', () => {
    // S = 12/21 at 5, 8/21 at 8, 6/21 at 11, 4/21 at 12, 3/21 at 15, 2/21 at 17. On log(−log S): 2.09 standard errors above one half at 3, 1.41 at 4;
    // 2.15 below at 11.
    expect(kaplanMeier(placebo)).toEqual({
      ...{ n: 21, ended: 21, open: 0, p50: 8, p75: 12, p90: 17 },
      ...{ p50Low: 4, p50High: 11 },
    });
  });
});

describe('worked by hand', () => {
  it('still counts at a time what was last seen open then: ends come first', () => {
    // Two of five end at 10: S = 3/5. Had the two open ones left first it would be 1/3, and the median 10.
    expect(kaplanMeier([...open(10, 10), ...ended(10, 10, 20)]).p50).toBe(20);
    // Afterwards they are gone: 4/5 at 10, then one of two: 2/5. One of four would make it 3/5, the median 30.
    expect(kaplanMeier([...open(10, 10), ...ended(10, 20, 30)]).p50).toBe(20);
  });

  it('does not know a quantile that the curve does not reach', () => {
    // One of ten has ended: S = 0.9, and nothing is known of the median.
    const one = kaplanMeier([...ended(1), ...open(2, 3, 4, 5, 6, 7, 8, 9, 10)]);
    expect(one).toMatchObject({ n: 10, ended: 1, open: 9, p50: null, p75: null, p90: null });
    // Nine of ten, the last open: S = 0.1 ≤ 1 − 0.9 at 9. Eight of ten: 0.2, and p75 is all there is.
    expect(kaplanMeier([...ended(1, 2, 3, 4, 5, 6, 7, 8, 9), ...open(99)]).p90).toBe(9);
    expect(kaplanMeier([...ended(1, 2, 3, 4, 5, 6, 7, 8), ...open(99, 99)])).toMatchObject({
      ...{ p75: 8, p90: null },
    });
  });

  it('knows nothing of nothing, and nothing but the count where all are open', () => {
    const nothing = { p50: null, p75: null, p90: null, p50Low: null, p50High: null };
    expect(kaplanMeier([])).toEqual({ n: 0, ended: 0, open: 0, ...nothing });
    expect(kaplanMeier(open(5, 6))).toEqual({ n: 2, ended: 0, open: 2, ...nothing });
  });

  it('gives no interval from one end, however sure of itself the formula is there', () => {
    expect(kaplanMeier(ended(7))).toMatchObject({ p50: 7, p50Low: null, p50High: null });
  });

  it('takes a commit from the future as it is: −60 s sorts before 30 s', () => {
    expect(kaplanMeier([...ended(30, -60, 90), ...open(-90)])).toMatchObject({ p50: 30 });
  });
});

describe('whatever the observations', () => {
  const observations = fc.array(
    fc.record({ seconds: fc.integer({ min: -50, max: 400 }), ended: fc.boolean() }),
    { maxLength: 60 },
  );

  it('is the ⌈q·n⌉-th smallest when nothing is open', () => {
    const durations = fc.array(fc.integer({ min: -50, max: 400 }), {
      minLength: 1,
      maxLength: 3000,
    });
    fc.assert(
      fc.property(durations, (seconds) => {
        const sorted = [...seconds].sort((a, b) => a - b);
        const smallest = (percent: number) =>
          sorted[Math.ceil((percent * sorted.length) / 100) - 1];
        expect(kaplanMeier(ended(...seconds))).toMatchObject({
          ...{ p50: smallest(50), p75: smallest(75), p90: smallest(90) },
        });
      }),
    );
  });

  it('does not depend on their order, and keeps the median within its interval', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const answer = kaplanMeier(all);
        expect(kaplanMeier([...all].reverse())).toEqual(answer);
        expect(answer.open + answer.ended).toBe(all.length);
        const median = answer.p50 ?? Infinity;
        expect(answer.p50Low ?? -Infinity).toBeLessThanOrEqual(median);
        expect(answer.p50High ?? Infinity).toBeGreaterThanOrEqual(median);
      }),
    );
  });

  it('never grows shorter when something that seemed to have ended proves to be open', () => {
    fc.assert(
      fc.property(observations, fc.nat(), (all, pick) => {
        const reopened = all.map((each, i) =>
          i === pick % all.length ? { ...each, ended: false } : each,
        );
        const [before, after] = [kaplanMeier(all).p50, kaplanMeier(reopened).p50];
        expect(after ?? Infinity).toBeGreaterThanOrEqual(before ?? Infinity);
      }),
    );
  });
});

/** What a window of 720 h shows of things that begin evenly through it. */
function seenInWindow(n: number, random: () => number, lasts: () => number): Observation[] {
  return Array.from({ length: n }, () => {
    const untilEnd = 720 * random();
    const duration = lasts();
    return { seconds: Math.min(duration, untilEnd), ended: duration <= untilEnd };
  });
}

const endedOnly = (observations: readonly Observation[]) =>
  observations
    .filter((each) => each.ended)
    .map((each) => each.seconds)
    .sort((a, b) => a - b);

describe('incidents of a 30-day window, half of which last longer than 72 h (lognormal, σ = 1.5)', () => {
  const random = seededRandom(1);
  const windows = Array.from({ length: 200 }, () =>
    seenInWindow(500, random, () => lognormal(random, 72, 1.5)),
  );

  it('have a median of 72 h, though the resolved ones alone say 50 h', () => {
    // An incident of x hours is seen to end if it began in the first 720 − x, so what is resolved has the
    // density f(x)(1 − x/720)/c. With Φ and E[T] = 72·e^(1.5²/2) = 221.8 h its share up to t is
    // Φ(z) − (221.8/720)·Φ(z − 1.5), z = ln(t/72)/1.5: 0.7793 at 720 h, and half of that at t = 49.6 h.
    // The tolerance is four standard errors of the mean over 200 windows; the median of 500 draws itself
    // lies about 72·σ²·π/(4·500) = 0.25 h too high.
    const resolved = acrossReplications(windows.map((w) => Number(quantile(endedOnly(w), 0.5))));
    expect(Math.abs(resolved.mean - 49.6)).toBeLessThan(resolved.tolerance + 0.25);
    const estimated = acrossReplications(windows.map((w) => Number(kaplanMeier(w).p50)));
    expect(Math.abs(estimated.mean - 72)).toBeLessThan(estimated.tolerance + 0.25);
    expect(estimated.tolerance).toBeLessThan(3);
  });

  it('hold the true median in the interval about 95 times in 100', () => {
    // 190 of 200 are expected, with a standard error of 3.1.
    const holds = windows
      .map((w) => kaplanMeier(w))
      .filter(({ p50Low, p50High }) => Number(p50Low) <= 72 && 72 <= (p50High ?? Infinity));
    expect(holds.length).toBeGreaterThanOrEqual(178);
    expect(holds.length).toBeLessThan(200);
  });
});

describe('commits of a 30-day window, of which 80 % wait 13.5 h and 20 % wait 754 h in the mean', () => {
  const random = seededRandom(2);
  const windows = Array.from({ length: 40 }, () =>
    seenInWindow(5000, random, () => exponential(random, random() < 0.8 ? 13.5 : 754)),
  );

  it('say 33 h at the 85th percentile and 45 h at the 90th once the waiting ones are left out', () => {
    // Deployed and after at most t hours, of a group with mean m: 1 − e^(−t/m) − (m/720)(1 − e^(−t/m)(1 + t/m)).
    // Within the window 0.8·0.981 + 0.2·0.356 = 0.856 of all; 85 % of that by t = 32.9, 90 % by t = 45.2.
    const p85 = acrossReplications(windows.map((w) => Number(quantile(endedOnly(w), 0.85))));
    const p90 = acrossReplications(windows.map((w) => Number(quantile(endedOnly(w), 0.9))));
    expect(Math.abs(p85.mean - 32.9)).toBeLessThan(p85.tolerance);
    expect(Math.abs(p90.mean - 45.2)).toBeLessThan(p90.tolerance);
  });

  it('take 523 h to the 90th percentile', () => {
    // 0.8·e^(−t/13.5) + 0.2·e^(−t/754) = 0.1 at t = 754·ln 2 = 522.6 (and = 0.15 at 754·ln(4/3) = 217).
    const p90 = acrossReplications(windows.map((w) => Number(kaplanMeier(w).p90)));
    expect(Math.abs(p90.mean - 522.6)).toBeLessThan(p90.tolerance);
    expect(p90.tolerance).toBeLessThan(30);
  });
});
