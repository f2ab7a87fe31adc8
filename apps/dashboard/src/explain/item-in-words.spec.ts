import { describe, expect, it } from '@jest/globals';
import type { ExplainItem } from '@throughline/api-client';
import { becauseOf, quantileInWords, secondsInWords, sideOf } from './item-in-words.js';

const ITEM: ExplainItem = {
  type: 'deployment',
  numerator: true,
  denominator: true,
  rule: 'succeeded',
  because: 'a successful deployment',
  seconds: 7200,
  ended: null,
  at: '2026-03-01T00:00:00.000Z',
  date: '2026-03-01',
  service: 'api',
  environment: 'production',
  repository: null,
  source: null,
  id: '1',
  deploymentId: null,
  reasons: [],
};

describe('an item of an explained number', () => {
  it('stands above the line, below it, or is left out', () => {
    expect(sideOf(ITEM)).toBe('above');
    expect(sideOf({ ...ITEM, numerator: false })).toBe('below');
    expect(sideOf({ ...ITEM, numerator: false, denominator: false })).toBe('out');
  });

  it('says its rule, and not twice that it was left out', () => {
    expect(becauseOf(ITEM)).toBe('a successful deployment');
    expect(becauseOf({ ...ITEM, because: 'left out: its commit is not known' })).toBe(
      'its commit is not known',
    );
  });

  it('says what its seconds are', () => {
    expect(secondsInWords('recoveryTime.p50', ITEM)).toBe('2 h');
    expect(secondsInWords('recoveryTime.p50', { ...ITEM, ended: false })).toBe('2 h so far');
    expect(secondsInWords('deploymentFrequency.perDay', ITEM)).toBe('2 h after the one before');
    expect(secondsInWords('reworkRate.rate', { ...ITEM, seconds: null })).toBe('');
  });
});

describe('the rule of quantiles', () => {
  it('is said where the number is one', () => {
    const of = (metric: string, aggregate: 'all' | 'daily_medians' = 'all') =>
      quantileInWords({ metric, quantile: 'lower', aggregate });
    expect(of('changeLeadTime.p75')).toBe('Of two values in the middle the median is the smaller.');
    expect(of('changeLeadTime.p50', 'daily_medians')).toMatch(/smaller\. The values are/);
    expect(of('timeToRestore.mean')).toBe('');
    expect(of('timeToRestore.mean', 'daily_medians')).toMatch(/^The values are/);
    expect(of('changeFailRate.rate')).toBe('');
    expect(of('recoveryTime.kaplanMeier.p50')).toBe('');
  });
});
