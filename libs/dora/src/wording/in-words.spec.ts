import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  durationInWords,
  frequencyInWords,
  frequencyIntervalInWords,
  rateInWords,
} from './in-words.js';

describe('durations in words', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0 s'],
    [45, '45 s'],
    [59.6, '1 min'],
    [90, '1 min 30 s'],
    [3_599.6, '1 h'],
    [5_400, '1 h 30 min'],
    [85_000, '23 h 37 min'],
    [86_399, '1 d'],
    [172_000, '2 d'],
    [86_400, '1 d'],
    [183_600, '2 d 3 h'],
    [185_400, '2 d 4 h'],
    [34_560_000, '400 d'],
    [-5_400, '−1 h 30 min'],
    [null, '–'],
  ])('says %j seconds as %s', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });
});

it('says a duration in parts that fit, at most half of the smaller unit away', () => {
  const sizes: Record<string, number> = { d: 86_400, h: 3_600, min: 60, s: 1 };
  const limits: Record<string, number> = { d: Infinity, h: 24, min: 60, s: 60 };
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (seconds) => {
      const words = durationInWords(seconds).split(' ');
      const parts = words.flatMap((word, index) =>
        index % 2 === 0 ? [{ count: Number(word), unit: words[index + 1] ?? '' }] : [],
      );
      const said = parts.reduce((sum, { count, unit }) => sum + count * (sizes[unit] ?? NaN), 0);
      const units = Object.keys(sizes);
      const smaller = units[units.indexOf(parts[0]?.unit ?? '') + 1] ?? 's';
      expect(Math.abs(said - seconds)).toBeLessThanOrEqual((sizes[smaller] ?? NaN) / 2);
      expect(parts.every(({ count, unit }) => count < (limits[unit] ?? NaN))).toBe(true);
    }),
  );
});

describe('rates in words', () => {
  it('gives the rate, of how many, and the interval', () => {
    const rate = { rate: 2 / 12, low: 0.047, high: 0.448, deployments: 12 };
    expect(rateInWords(rate).join(' ')).toBe('16.7 % of 12 (4.7–44.8 %)');
  });

  it('leaves open what cannot be known', () => {
    expect(rateInWords({ rate: null, low: null, high: null, deployments: 0 })).toEqual(['–']);
  });
});

describe('frequencies in words', () => {
  it.each([
    [2.34, '2.3 a day'],
    [1 / 7, '1.0 a week'],
    [0.05, '1.5 in 30 days'],
    [0, 'none'],
    [null, '–'],
  ])('says %j a day as %s', (perDay, words) => {
    expect(frequencyInWords(perDay)).toBe(words);
  });
});

describe('intervals of frequencies in words', () => {
  it.each([
    [3.57, 2.31, 5.27, '2.3–5.3 a day'],
    [0.5, 0.1, 1.5, '0.7–10.5 a week'],
    [0.05, 0.01, 0.1, '0.3–3.0 in 30 days'],
    [0, 0, 0.53, '0.0–3.7 a week'],
  ])('says of %j a day that it may be %j to %j as %s', (perDay, low, high, words) => {
    expect(frequencyIntervalInWords(perDay, low, high)).toBe(words);
  });
});
