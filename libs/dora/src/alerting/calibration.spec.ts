import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, march } from '../facts/facts.fixture.js';
import { USUAL_PRIOR } from './baseline.js';
import { calibrate, calibrationAt, USUAL_CALIBRATION } from './calibration.js';
import { labelMaturity, tenthsAt } from './label-maturity.js';
import type { Outcome } from './outcome.js';
import { outcomes } from './spikes.fixture.js';

/** Ten services that differ, deployed daily from the first of March on. */
const fleet = Array.from({ length: 10 }, (_, index) =>
  outcomes('x'.repeat(index) + 'o'.repeat(60 - index), DAY),
);

describe('what is learnt of a fleet', () => {
  const now = march(1) + 40 * DAY;

  it('is what was known then, whatever became known later', () => {
    const later = fleet.map((service) =>
      service.map((one): Outcome => {
        const isAhead = one.finishedAt > now - 7 * DAY || one.failedAt === undefined;
        return isAhead ? { ...one, failedAt: now + DAY, reasons: ['status'] } : one;
      }),
    );
    expect(calibrate(later, now)).toEqual(calibrate(fleet, now));
    expect(calibrate(later, now + 2 * DAY)).not.toEqual(calibrate(fleet, now + 2 * DAY));
  });

  it('goes by 90 days without the newest 7', () => {
    // Of 0 to 9 failures in 34 deployments each: 4.5 on average.
    const { prior } = calibrate(fleet, now);
    expect(prior.a / (prior.a + prior.b)).toBeCloseTo(4.5 / 34, 10);
    expect(calibrate(fleet, march(1) + 7 * DAY - 1).prior).toEqual(USUAL_PRIOR);
    expect(calibrate(fleet, march(1) + 150 * DAY).prior).toEqual(USUAL_PRIOR);
  });

  it('holds how soon failures became known', () => {
    const late = fleet.map((service) =>
      service.map((one) =>
        one.failedAt === undefined ? one : { ...one, failedAt: one.failedAt + 30 * HOUR },
      ),
    );
    // At once with 45, by 29 hours with none and with 20 that are usual.
    expect(tenthsAt(calibrate(fleet, now).maturity, 0)).toBe(6);
    expect(tenthsAt(calibrate(late, now).maturity, 29 * HOUR)).toBe(2);
    expect(tenthsAt(calibrate(late, now).maturity, 30 * HOUR)).toBe(9);
  });
});

describe('the calibration of a moment', () => {
  const since = (instant: number) => ({
    since: instant,
    prior: USUAL_PRIOR,
    maturity: labelMaturity([]),
  });

  it('is the last that had begun, in whatever order they are given', () => {
    const [first, second, third] = [since(march(1)), since(march(2)), since(march(3))];
    for (const all of [
      [first, second, third],
      [third, second, first],
    ]) {
      expect(calibrationAt(all, march(3) - 1)).toBe(second);
      expect(calibrationAt(all, march(3))).toBe(third);
    }
  });

  it('is the usual before the first', () => {
    expect(calibrationAt([since(march(2))], march(2) - 1)).toBe(USUAL_CALIBRATION);
  });
});
