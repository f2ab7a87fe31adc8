import { describe, expect, it } from '@jest/globals';
import { counted, percentInWords, rangeInWords } from './numbers.js';

describe('a count', () => {
  it.each([
    [0, '0 cases'],
    [1, '1 case'],
    [1204, '1,204 cases'],
  ])('of %d is %s', (count, words) => {
    expect(counted(count, 'case')).toBe(words);
  });
});

describe('a range in words', () => {
  it('says the unit once', () => {
    expect(rangeInWords(0.051, 0.098, percentInWords)).toBe('5.1–9.8 %');
    expect(rangeInWords(2, 3, (value) => `${value.toFixed(1)} a day`)).toBe('2.0–3.0 a day');
  });

  it('says both units where they differ', () => {
    const words = (value: number) => (value < 2 ? '50 min' : '2 h');
    expect(rangeInWords(1, 2, words)).toBe('50 min – 2 h');
  });

  it('is nothing where an end is not known', () => {
    expect(rangeInWords(null, 1, percentInWords)).toBe('');
  });
});
