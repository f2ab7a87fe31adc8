import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../facts/facts.fixture.js';
import { labelMaturity, MATURITY_HORIZON, tenthsAt } from './label-maturity.js';

const usual = labelMaturity([]);

describe('how soon failures become known', () => {
  it('is half within four hours where nothing is known', () => {
    expect(tenthsAt(usual, 4 * HOUR)).toBe(5);
    expect(tenthsAt(usual, 4 * HOUR - 1)).toBeLessThan(5);
  });

  it('is 84 % within one σ of the median, rounded down: e^1.5 times 4 hours are 17.9', () => {
    expect(tenthsAt(usual, 18 * HOUR)).toBe(8);
  });

  it('is none for what has just finished, where nothing is known', () => {
    expect(tenthsAt(usual, 0)).toBe(0);
  });

  it('is all at the horizon, whatever was learnt', () => {
    const slow = labelMaturity(Array.from({ length: 1000 }, () => 1000 * HOUR));
    expect(tenthsAt(slow, MATURITY_HORIZON)).toBe(10);
    expect(tenthsAt(slow, MATURITY_HORIZON - 1)).toBe(0);
  });

  it('follows the delays of many failures', () => {
    // Half at once, half within 10 hours: (500 + 0) / 1020 and (1000 + 20·0.73) / 1020.
    const delays = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 0 : 10 * HOUR));
    const learnt = labelMaturity(delays);
    expect(tenthsAt(learnt, 0)).toBe(4);
    expect(tenthsAt(learnt, 9 * HOUR)).toBe(5);
    expect(tenthsAt(learnt, 10 * HOUR)).toBe(9);
  });

  it('is moved little by a few: two known at once are 2 / 22', () => {
    expect(tenthsAt(labelMaturity([0, 0]), 0)).toBe(0);
    expect(tenthsAt(labelMaturity([0, 0, 0]), 0)).toBe(1);
  });

  it('never falls with age', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 100 }).map((hours) => hours * HOUR));
    fc.assert(
      fc.property(delays, (known) => {
        const learnt = labelMaturity(known);
        expect([...learnt].sort((a, b) => a - b)).toEqual(learnt);
      }),
    );
  });
});
