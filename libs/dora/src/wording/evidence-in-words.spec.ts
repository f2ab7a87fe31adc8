import { expect, it } from '@jest/globals';
import { evidenceValueInWords } from './evidence-in-words.js';

it.each([
  [0.0667, 'share', '6.7 %'],
  [5_400, 'seconds', '1 h 30 min'],
  [12_345.678, 'count', '12,345.68'],
  [41, 'points', '41'],
  [0.123, 'per_year', '0.12 a year'],
  [3.4, 'ratio', '×3.4'],
] as const)('%s in the unit %s is %s', (value, unit, words) => {
  expect(evidenceValueInWords(value, unit)).toBe(words);
});
