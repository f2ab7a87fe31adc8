import { describe, expect, it } from '@jest/globals';
import { deployment, HOUR, march, MINUTE } from '../facts/facts.fixture.js';
import type { FinishedDeployment } from '../facts/facts.js';
import { judged } from '../failures/evidence.fixture.js';
import type { Judged } from '../failures/judge.js';
import { deploymentFrequency, frequencyEntries } from './deployment-frequency.js';

const at = (finishedAt: number, stated: Partial<FinishedDeployment> = {}) =>
  deployment({ id: `d${finishedAt}${stated.status ?? ''}`, finishedAt, ...stated });

const entries = (
  deployments: readonly FinishedDeployment[],
  withKnownCommit = false,
  hasKnownCommit: (one: Judged) => boolean = () => false,
) => frequencyEntries(judged({ deployments }), { withKnownCommit }, hasKnownCommit);

/** Sunday 1 to Saturday 7 March 2026: it holds no whole ISO week. */
const SEVEN_DAYS = { start: march(1), end: march(8) };

const frequency = (
  deployments: readonly FinishedDeployment[],
  period = SEVEN_DAYS,
  timezone = 'UTC',
) => deploymentFrequency(entries(deployments), period, timezone);

describe('deployment frequency', () => {
  it('of 4 in 7 days, 2 of them on one day: 4/7 a day, on 3 days', () => {
    const four = [at(march(7)), at(march(1)), at(march(1) + HOUR), at(march(3))];
    // Gaps of 1 h, 47 h and 96 h: the median is at index floor(0.5·3) = 1. By Garwood's table a
    // count of 4 may have been expected to be 1.090 to 10.242.
    expect(frequency(four)).toEqual({
      deployments: 4,
      perDay: 4 / 7,
      perDayLow: expect.closeTo(1.09 / 7, 3),
      perDayHigh: expect.closeTo(10.242 / 7, 3),
      daysWithDeployment: 3,
      medianDaysPerWeek: null,
      medianSecondsBetween: 47 * 3600,
    });
  });

  it('counts those that succeeded, rollbacks and hotfixes included', () => {
    const all = entries([
      at(march(1), { kind: 'rollback' }),
      at(march(2), { kind: 'hotfix' }),
      at(march(3), { status: 'failed' }),
      at(march(4), { status: 'rolled_back' }),
      at(march(5), { status: 'cancelled' }),
    ]);
    expect(all.map(({ rule }) => rule)).toEqual([
      'succeeded',
      'succeeded',
      'not_successful',
      'not_successful',
      'not_successful',
    ]);
    expect(deploymentFrequency(all, SEVEN_DAYS, 'UTC').deployments).toBe(2);
  });

  it('leaves out those without a known commit only where the definition asks for one', () => {
    const two = [at(march(1), { sha: 'known' }), at(march(2))];
    const isKnown = ({ deployment: { sha } }: Judged) => sha !== undefined;
    expect(entries(two, true, isKnown).map(({ rule }) => rule)).toEqual([
      'succeeded',
      'unknown_commit',
    ]);
    expect(entries(two, false, isKnown).map(({ rule }) => rule)).toEqual([
      'succeeded',
      'succeeded',
    ]);
  });

  it('tells days by the clock on the wall: 23:30 and 00:30 UTC are one day in Berlin', () => {
    const night = [at(march(2) - 30 * MINUTE), at(march(2) + 30 * MINUTE)];
    expect(frequency(night).daysWithDeployment).toBe(2);
    expect(frequency(night, SEVEN_DAYS, 'Europe/Berlin').daysWithDeployment).toBe(1);
  });

  it('knows no gap with one deployment, and none at all is 0 a day', () => {
    expect(frequency([at(march(1))]).medianSecondsBetween).toBeNull();
    // Nothing seen still allows an expectation of −ln 0.025 = 3.689.
    expect(frequency([])).toEqual({
      deployments: 0,
      perDay: 0,
      perDayLow: 0,
      perDayHigh: expect.closeTo(-Math.log(0.025) / 7, 9),
      daysWithDeployment: 0,
      medianDaysPerWeek: null,
      medianSecondsBetween: null,
    });
  });

  it('is measured in days of the zone: 2 in the 23 hours of a day are 2 a day', () => {
    const day = { start: Date.parse('2026-03-28T23:00Z'), end: Date.parse('2026-03-29T22:00Z') };
    expect(frequency([at(day.start), at(day.end - 1)], day, 'Europe/Berlin').perDay).toBe(2);
  });
});

describe('the median of days with a deployment a week', () => {
  // Monday 2 March to Sunday 29 March: four ISO weeks.
  const FOUR_WEEKS = { start: march(2), end: march(30) };
  const onDays = (...days: readonly number[]) => days.map((day) => at(march(day)));

  it('of weeks with 3, 0, 1 and 2 days is 2, at index floor(0.5·4) of 0, 1, 2, 3', () => {
    const weeks = onDays(2, 3, 8, 16, 23, 29);
    expect(frequency(weeks, FOUR_WEEKS).medianDaysPerWeek).toBe(2);
  });

  it('counts a day once, however often something was deployed on it', () => {
    const busy = [at(march(2)), at(march(2) + HOUR), at(march(3))];
    expect(frequency(busy, { start: march(2), end: march(9) }).medianDaysPerWeek).toBe(2);
  });

  it('leaves out the weeks at the edges that are not whole', () => {
    // Of 8 to 22 March only the week from the 9th to the 15th and that to the 22nd are asked for.
    const days = onDays(8, 9, 16, 17);
    expect(frequency(days, { start: march(8), end: march(22) }).medianDaysPerWeek).toBe(1);
  });

  it('goes by local dates: Sunday 23:30 UTC is a Monday in Berlin', () => {
    const sunday = [at(march(9) - 30 * MINUTE)];
    const week = { start: march(2) - HOUR, end: march(9) - HOUR };
    const next = { start: march(9) - HOUR, end: march(16) - HOUR };
    expect(frequency(sunday, week, 'Europe/Berlin').medianDaysPerWeek).toBe(0);
    expect(frequency(sunday, next, 'Europe/Berlin').medianDaysPerWeek).toBe(1);
  });
});
