import { describe, expect, it } from '@jest/globals';
import { isLong, usualInWords, usualRecoveries } from './usual-recovery.js';

const USUAL = { recovered: 5, p50: 5_520, p90: 7_200 };

describe('the usual recovery of a service', () => {
  it('is said with how many it rests on', () => {
    expect(usualInWords(USUAL)).toBe('1 h 32 min (p50 of 5)');
  });

  it('is not made up where nothing has recovered', () => {
    expect(usualInWords({ recovered: 0, p50: null, p90: null })).toBe('none to compare with');
    expect(usualInWords(undefined)).toBe('none to compare with');
    expect(isLong(1e9, undefined)).toBe(false);
  });

  it('is exceeded by what lasts longer than nine of ten', () => {
    expect(isLong(7_200, USUAL)).toBe(false);
    expect(isLong(7_201, USUAL)).toBe(true);
  });

  it('is none of four', () => {
    expect(isLong(7_201, { ...USUAL, recovered: 4 })).toBe(false);
  });

  it('is that of rows which name a service', () => {
    const row = { start: '', end: '', incomplete: false };
    expect(usualRecoveries([{ ...row, group: { service: null } }]).size).toBe(0);
  });
});
