import { describe, expect, it } from '@jest/globals';
import { evidenceInWords } from './evidence-words.js';

const number = { name: 'n', label: 'n', low: null, high: null };

describe('a number that an alert rests on', () => {
  it.each([
    ['share', 0.067, '6.7 %'],
    ['seconds', 5_400, '1 h 30 min'],
    ['count', 1204.4, '1,204'],
    ['points', 10.5, '10.5'],
    ['per_year', 0.84, '0.8 a year'],
    ['ratio', 6, '×6.0'],
  ] as const)('is said in its unit: %s', (unit, value, words) => {
    expect(evidenceInWords({ ...number, unit, value })).toEqual({ value: words, interval: '' });
  });

  it('has an interval where it is an estimate', () => {
    const { interval } = evidenceInWords({
      ...number,
      unit: 'share',
      value: 0.1,
      low: 0.031,
      high: 0.124,
    });
    expect(interval).toBe('3.1–12.4 %');
  });
});
