import { describe, expect, it } from '@jest/globals';
import type { Change } from '../answers/comparison.js';
import { changeInWords } from './change-words.js';
import type { MetricName } from './number-words.js';

const change = (
  verdict: Change['verdict'],
  measure: Change['measure'],
  ...[size, low, high]: readonly (number | null)[]
): Change => ({ verdict, measure, change: size ?? null, low: low ?? null, high: high ?? null });

describe('a change in words', () => {
  it.each<[MetricName, Change | null, string]>([
    [
      'changeFailRate',
      change('higher', 'difference', 0.0521, 0.011, 0.0939),
      'higher, +5.2 points (+1.1 to +9.4 points)',
    ],
    [
      'changeFailRate',
      change('no_clear_change', 'difference', 0.02, -0.03, 0.1),
      'no clear change (−3.0 to +10.0 points)',
    ],
    [
      'deploymentFrequency',
      change('lower', 'ratio', 0.5, 0.4, 0.9),
      'less often, −50.0 % (−60.0 % to −10.0 %)',
    ],
    [
      'changeLeadTime',
      change('higher', 'ratio', 3, 1.5, null),
      'longer, +200.0 % (+50.0 % to unknown)',
    ],
    [
      'reworkRate',
      change('no_clear_change', 'difference', 0, 0, 0),
      'no clear change (±0.0 to ±0.0 points)',
    ],
    ['recoveryTime', change('too_little_data', 'ratio', 0.1), 'too little data to tell'],
    ['timeToRestore', null, 'not compared'],
  ])('of the %s: %j is %s', (metric, given, words) => {
    expect(changeInWords(metric, given)).toBe(words);
  });
});
