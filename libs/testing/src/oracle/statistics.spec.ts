import { describe, expect, it } from '@jest/globals';
import { kaplanMeier } from './kaplan-meier.js';
import { atPercent, expectation, secondsOf, share } from './statistics.js';

describe('the quantiles of the oracle', () => {
  it('are, of 1, 2, 3 and 4, the larger middle one, the smaller one, or half-way between', () => {
    const values = [4, 1, 3, 2];
    expect(atPercent(values, 50, 'index')).toBe(3);
    expect(atPercent(values, 50, 'lower')).toBe(2);
    expect(atPercent(values, 50, 'continuous')).toBe(2.5);
  });

  it('are, at 90 % of 10 to 110, the last but one of eleven, whichever way', () => {
    const values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110];
    // floor(0.9 · 11) = 9; (r − 1)/10 ≤ 0.9 up to r = 10; 0.9 · 10 = 9: the tenth each time.
    for (const method of ['index', 'lower', 'continuous'] as const) {
      expect(atPercent(values, 90, method)).toBe(100);
    }
  });

  it('are of equal values that value, and of none unknown', () => {
    expect(atPercent([7, 7, 7], 75, 'lower')).toBe(7);
    expect(atPercent([], 50, 'lower')).toBeNull();
  });
});

describe('the intervals of the oracle', () => {
  it('are Wilson’s: 2 of 5 lie between 0.118 and 0.769', () => {
    const { rate, low, high } = share(2, 5);
    expect([rate, low?.toFixed(3), high?.toFixed(3)]).toEqual([0.4, '0.118', '0.769']);
  });

  it('are not there where more failed than there were, nor is a rate of nothing', () => {
    expect(share(3, 2)).toEqual({ rate: 1.5, low: null, high: null });
    expect(share(2, 0)).toEqual({ rate: 2, low: null, high: null });
    expect(share(0, 0)).toEqual({ rate: null, low: null, high: null });
  });

  it('are Garwood’s: half of χ² at 2.5 % with 2n and at 97.5 % with 2n + 2 degrees of freedom', () => {
    // χ²: 7.378 for 2; 9.591 for 20 and 36.781 for 22, as printed tables have it.
    expect(expectation(0).low).toBe(0);
    expect(expectation(0).high).toBeCloseTo(7.378 / 2, 3);
    expect(expectation(10).low).toBeCloseTo(9.591 / 2, 3);
    expect(expectation(10).high).toBeCloseTo(36.781 / 2, 3);
  });
});

describe('how long things last, as the oracle has it', () => {
  it('is 31 weeks for the eleven patients of the textbooks, four of whom had not relapsed', () => {
    // Lasting longer than 9: 10/11; 13: ·9/10; 18: ·7/8; 23: ·6/7 = 0.614; 31: ·4/5 = 0.491, the
    // first not above a half; 34: ·3/4 = 0.368; 48: ·1/2 = 0.184, the first not above a quarter.
    const ended = [9, 13, 18, 23, 31, 34, 48].map((seconds) => ({ seconds, ended: true }));
    const open = [13, 28, 45, 161].map((seconds) => ({ seconds, ended: false }));
    expect(kaplanMeier([...open, ...ended])).toMatchObject({
      n: 11,
      ended: 7,
      open: 4,
      p50: 31,
      p75: 48,
      p90: null,
    });
  });

  it('knows exactly when half is left', () => {
    const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const { p50, p90 } = kaplanMeier(seconds.map((each) => ({ seconds: each, ended: true })));
    expect([p50, p90]).toEqual([5, 9]);
  });

  it('is not known of what has not ended, and of the only one there is no interval', () => {
    expect(kaplanMeier([{ seconds: 3, ended: false }])).toMatchObject({ p50: null, p50Low: null });
    expect(kaplanMeier([{ seconds: 3, ended: true }])).toMatchObject({
      p50: 3,
      p50Low: null,
      p50High: null,
    });
  });
});

describe('whole units of time', () => {
  it('leave out what is not whole, towards 0', () => {
    expect(secondsOf(119_999, 'minutes_down')).toBe(60);
    expect(secondsOf(3_599_999, 'hours_down')).toBe(0);
    expect(secondsOf(1500)).toBe(1.5);
  });
});
