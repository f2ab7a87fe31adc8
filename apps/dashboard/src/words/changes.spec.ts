import { describe, expect, it } from '@jest/globals';
import { changeInWords } from './changes.js';

const ratio = { measure: 'ratio', low: 0.5, high: 0.9 } as const;
const difference = { measure: 'difference', low: 0.01, high: 0.07 } as const;

describe('a change in words', () => {
  it('is better where it goes the way that is hoped for', () => {
    const shorter = { ...ratio, verdict: 'lower', change: 0.77 } as const;
    expect(changeInWords(shorter, 'lower')).toEqual({
      tone: 'better',
      direction: 'down',
      text: '−23 %',
      detail: '−23 %, 95 % interval from −50 % to −10 %',
    });
    expect(changeInWords(shorter, 'higher').tone).toBe('worse');
  });

  it('of a rate is in points, not in percent of percent', () => {
    const more = { ...difference, verdict: 'higher', change: 0.042 } as const;
    expect(changeInWords(more, 'lower')).toMatchObject({ tone: 'worse', text: '+4.2 points' });
  });

  it('that chance explains is no change, whatever its size', () => {
    const wide = {
      measure: 'ratio',
      verdict: 'no_clear_change',
      change: 1.9,
      low: 0.6,
      high: 4,
    } as const;
    expect(changeInWords(wide, 'lower')).toMatchObject({
      tone: 'neutral',
      text: 'no clear change',
    });
    expect(changeInWords(wide, 'lower').detail).toBe('+90 %, 95 % interval from −40 % to ×4.0');
  });

  it('is not made up where there is too little, or nothing', () => {
    const none = {
      measure: 'ratio',
      verdict: 'too_little_data',
      change: null,
      low: null,
      high: null,
    } as const;
    expect(changeInWords(none, 'lower').text).toBe('too little data to compare');
    expect(changeInWords(null, 'lower').text).toBe('nothing to compare with');
  });
});
