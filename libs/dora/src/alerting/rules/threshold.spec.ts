import { describe, expect, it } from '@jest/globals';
import { judgeThreshold, thresholdFinding, type ThresholdSample } from './threshold.js';

const ABOVE = { direction: 'above', limit: 100, atLeast: 10 } as const;
const BELOW = { direction: 'below', limit: 100, atLeast: 10 } as const;

const samples = (...values: readonly (number | null)[]): ThresholdSample[] =>
  values.map((value, at) => ({ at, value, n: 10 }));

describe('a number and its limit', () => {
  it.each([
    ['beyond it at every look', samples(101, 150, 101), ABOVE, 'holds'],
    ['at it', samples(100), ABOVE, 'over'],
    ['beyond it only now', samples(90, 101), ABOVE, 'over'],
    ['beyond it all the time but now', samples(120, 120, 90), ABOVE, 'over'],
    ['below it, where that is meant', samples(99, 50), BELOW, 'holds'],
    ['above it, where below is meant', samples(101), BELOW, 'over'],
    ['not known now', samples(120, null), ABOVE, 'unknown'],
    ['not known before', samples(null, 120), ABOVE, 'over'],
    ['never looked at', [], ABOVE, 'unknown'],
    ['over too few', [{ at: 0, value: 500, n: 9 }], ABOVE, 'unknown'],
  ] as const)('of which it was %s', (_name, seen, rule, state) => {
    expect(judgeThreshold(seen, rule, false)).toBe(state);
  });

  it.each([
    ['above by a hair less', ABOVE, 91, 'holds'],
    ['back by a tenth of the limit', ABOVE, 90, 'over'],
    ['below by a hair more', BELOW, 109, 'holds'],
    ['back up by a tenth', BELOW, 110, 'over'],
  ] as const)(
    'goes on firing until it is clear that it is over: %s',
    (_name, rule, value, state) => {
      expect(judgeThreshold(samples(value), rule, true)).toBe(state);
    },
  );

  it('is said to be over nothing but itself where it counts things', () => {
    const finding = thresholdFinding(
      { at: 5, value: 3, n: 4 },
      {
        ...{ direction: 'above', limit: 2, atLeast: 0, metric: 'recovery time, open' },
        ...{ unit: 'count', windowSeconds: 30 * 86_400, holdSeconds: 6 * 3600, where: 'api' },
        severity: 'page',
      },
    );
    expect(finding.explanation).toEqual([
      'Over the last 30 d recovery time, open is 3; the limit is 2.',
      'It has been above the limit for 6 h: now, then, and three times in between.',
      'It ends when it is back by a tenth of the limit, at 1.8.',
    ]);
  });

  it('is told in its own unit', () => {
    const finding = thresholdFinding(
      { at: 5, value: 0.2, n: 40 },
      {
        ...{ direction: 'above', limit: 0.15, atLeast: 10, metric: 'change fail rate' },
        ...{ unit: 'share', windowSeconds: 86_400, holdSeconds: 0, where: 'api' },
        severity: 'notify',
      },
    );
    expect(finding.title).toBe('api: change fail rate is 20 %, above 15 %');
    expect(finding.explanation[2]).toBe(
      'It ends when it is back by a tenth of the limit, at 13.5 %.',
    );
  });

  it('is not told as beyond its limit while it only is not yet back', () => {
    const finding = thresholdFinding(
      { at: 5, value: 0.14, n: 40 },
      {
        ...{ direction: 'above', limit: 0.15, atLeast: 10, metric: 'change fail rate' },
        ...{ unit: 'share', windowSeconds: 86_400, holdSeconds: 3600, where: 'api' },
        severity: 'notify',
      },
    );
    expect(finding.title).toBe(
      'api: change fail rate is 14 %, not yet back at 13.5 % after it was above 15 %',
    );
    expect(finding.explanation.join(' ')).not.toContain('has been above');
  });
});
