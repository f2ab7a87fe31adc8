import { describe, expect, it } from '@jest/globals';
import { pointsInWords, scoreInWords } from './strip-words.js';

describe('what a deployment did to the score', () => {
  it('is added or taken', () => {
    expect(pointsInWords(4)).toBe('+4');
    expect(pointsInWords(-1)).toBe('−1');
    expect(pointsInWords(0)).toBe('+0');
  });

  it('is less than a point where its failure may still become known', () => {
    expect(pointsInWords(-0.333_333)).toBe('−0.33');
    expect(scoreInWords(10.999_999)).toBe('11');
  });

  it('is nothing by rules that keep no score', () => {
    expect(pointsInWords(null)).toBe('–');
  });
});
