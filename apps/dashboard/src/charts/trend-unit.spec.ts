import { describe, expect, it } from '@jest/globals';
import { onAxis, trendUnit } from './trend-unit.js';

const HOUR = 3600;

describe('the unit of a trend', () => {
  it.each([
    ['changeLeadTime', 72 * HOUR, 3, '3 d'],
    ['changeLeadTime', 47 * HOUR, 47, '47 h'],
    ['recoveryTime', 90 * 60, 90, '90 min'],
    ['recoveryTime', 45, 45, '45 s'],
    ['changeFailRate', 0.125, 12.5, '12.5 %'],
    ['reworkRate', 0, 0, '0 %'],
    ['deploymentFrequency', 2.4, 2.4, '2.4'],
    ['deploymentFrequency', 3 / 7, 3, '3'],
    ['deploymentFrequency', 0.1, 3, '3'],
  ] as const)('of %s up to %d makes it %d: %s', (metric, greatest, units, words) => {
    const unit = trendUnit(metric, greatest);
    expect(greatest / unit.one).toBeCloseTo(units);
    expect(onAxis(greatest / unit.one, unit)).toBe(words);
  });

  it('is said once where it is long', () => {
    expect(trendUnit('deploymentFrequency', 3).name).toBe('a day');
    expect(trendUnit('deploymentFrequency', 0.5).name).toBe('a week');
    expect(trendUnit('deploymentFrequency', 0).name).toBe('in 30 days');
    expect(trendUnit('changeLeadTime', 3).name).toBe('');
  });
});
