import { describe, expect, it } from '@jest/globals';
import { compareMedians } from './compare-medians.js';
import { kaplanMeier } from './kaplan-meier.js';
import { independentCases, medianEstimate } from './median-interval.js';
import { mean, quantile } from './quantile.js';
import { lognormal, seededRandom } from './random.fixture.js';

const repeat = <T>(times: number, draw: () => T) => Array.from({ length: times }, draw);
const share = <T>(of: readonly T[], holds: (each: T) => boolean) =>
  of.filter(holds).length / of.length;

describe('the ratio of two medians', () => {
  it('comes from the two intervals, on the scale of logarithms', () => {
    // ln: later 2 (1 to 4), earlier 5 (4.2 to 5.5): −3 − √(1² + 0.5²) = −4.118, −3 + √(2² + 0.8²) = −0.846.
    const later = { n: 40, median: Math.exp(2), low: Math.exp(1), high: Math.exp(4) };
    const earlier = { n: 40, median: Math.exp(5), low: Math.exp(4.2), high: Math.exp(5.5) };
    const ratio = compareMedians(later, earlier);
    expect(ratio).toMatchObject({ verdict: 'lower', measure: 'ratio' });
    expect(ratio.change).toBeCloseTo(Math.exp(-3), 12);
    expect(ratio.low).toBeCloseTo(Math.exp(-4.118034), 6);
    expect(ratio.high).toBeCloseTo(Math.exp(-0.845934), 6);
  });

  it('gives way to the difference where a duration of 0 or below is within reach', () => {
    // 100 − 300: low −200 − √((100 + 20)² + (340 − 300)²) = −326.5, high −200 + √(50² + 100²) = −88.2.
    const later = { n: 40, median: 100, low: -20, high: 150 };
    const earlier = { n: 40, median: 300, low: 200, high: 340 };
    const difference = compareMedians(later, earlier);
    expect(difference).toMatchObject({ verdict: 'lower', measure: 'difference', change: -200 });
    expect(difference.low).toBeCloseTo(-326.491, 3);
    expect(difference.high).toBeCloseTo(-88.197, 3);
    const zero = { n: 40, median: 0, low: 0, high: 0 };
    expect(compareMedians(later, zero)).toMatchObject({ measure: 'difference', change: 100 });
  });

  it('says nothing of fewer than ten, or of a median that is not known', () => {
    const some = medianEstimate(repeat(10, () => 60));
    const few = medianEstimate(repeat(9, () => 6));
    expect(compareMedians(few, some).verdict).toBe('too_little_data');
    expect(compareMedians(some, few).verdict).toBe('too_little_data');
    expect(compareMedians(some, some).verdict).toBe('no_clear_change');
    expect(compareMedians({ n: 50, median: null, low: null, high: null }, some)).toEqual({
      ...{ verdict: 'too_little_data', measure: 'ratio', change: null, low: null, high: null },
    });
  });

  it('leaves open the end that open incidents leave open, and can still say that it takes longer', () => {
    // 20 incidents of 1 to 20 h, then 20 of 101 to 120 h of which the last half are open: S(110) = ½.
    const earlier = kaplanMeier(
      repeat(20, () => 0).map((_, i) => ({ seconds: i + 1, ended: true })),
    );
    const later = kaplanMeier(
      repeat(20, () => 0).map((_, i) => ({ seconds: i + 101, ended: i < 10 })),
    );
    const median = (km: typeof later) => ({
      n: km.n,
      median: km.p50,
      low: km.p50Low,
      high: km.p50High,
    });
    expect(later).toMatchObject({ p50: 110, p50High: null });
    expect(compareMedians(median(later), median(earlier))).toMatchObject({
      verdict: 'higher',
      high: null,
    });
    expect(compareMedians(median(earlier), median(later))).toMatchObject({
      verdict: 'lower',
      low: null,
    });
  });
});

describe('two periods in which nothing changed (lognormal, σ = 1.5)', () => {
  // How often a figure falls by a quarter or more: the mean of 10 in 37 of 100 such pairs, of 50 in 27; the
  // median in 36 and in 22. Of 2000 pairs a share has a standard error of 1.1 in 100; four are allowed.
  it.each([
    [10, 0.37, 0.36],
    [50, 0.27, 0.22],
  ])(
    'of %d incidents each look better by a quarter or more often, and are not called a change',
    (n, meanFalls, medianFalls) => {
      const random = seededRandom(n);
      const period = () => repeat(n, () => lognormal(random, 3600, 1.5)).sort((a, b) => a - b);
      const pairs = repeat(2000, () => ({ later: period(), earlier: period() }));
      const falls = (figure: (values: number[]) => number | null) =>
        share(
          pairs,
          ({ later, earlier }) => Number(figure(later)) <= 0.75 * Number(figure(earlier)),
        );
      expect(Math.abs(falls(mean) - meanFalls)).toBeLessThan(0.044);
      expect(Math.abs(falls((sorted) => quantile(sorted, 0.5)) - medianFalls)).toBeLessThan(0.044);
      const quiet = share(
        pairs,
        ({ later, earlier }) =>
          compareMedians(medianEstimate(later), medianEstimate(earlier)).verdict ===
          'no_clear_change',
      );
      // At least 95 in 100, and not simply always.
      expect(quiet).toBeGreaterThanOrEqual(0.95 - 0.02);
      expect(quiet).toBeLessThan(1);
    },
  );

  it('of 20 deployments with 10 commits each are not called a change, though 200 commits by themselves would be', () => {
    // The commits of a deployment share its wait. Taken for 200 cases, they give an interval √10 too narrow.
    const random = seededRandom(3);
    const period = () =>
      repeat(20, () => lognormal(random, 3600, 1.5)).flatMap((wait) => repeat(10, () => wait));
    const quiet = (cases: number) =>
      share(repeat(500, period), (later) => {
        const [a, b] = [medianEstimate(later, cases), medianEstimate(period(), cases)];
        return compareMedians(a, b).verdict === 'no_clear_change';
      });
    expect(quiet(200)).toBeLessThan(0.7);
    expect(quiet(independentCases(repeat(20, () => 10)))).toBeGreaterThanOrEqual(0.93);
  });
});

describe('a median that is halved', () => {
  it('is seen with 200 incidents before and after, at least 9 times in 10', () => {
    // ln 2 = 0.693 beside a standard error of √2·1.2533·1.5/√200 = 0.188: 3.7 of them.
    const random = seededRandom(4);
    const period = (median: number) =>
      medianEstimate(repeat(200, () => lognormal(random, median, 1.5)));
    const seen = repeat(500, () => compareMedians(period(1800), period(3600)).verdict);
    expect(share(seen, (verdict) => verdict === 'lower')).toBeGreaterThan(0.9);
    expect(seen).not.toContain('higher');
  });
});
