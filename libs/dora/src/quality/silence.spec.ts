import { describe, expect, it } from '@jest/globals';
import { judgeSilence } from './silence.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Twelve weeks that begin on a Monday, a number of events each day; days after them are quiet. */
const WEEKS = 12;
const weeks = (...ofWeek: number[]) => Array.from({ length: WEEKS }, () => ofWeek).flat();

/**
 * On which day after its last event something counts as silent, looked at every hour; 0.5 is noon
 * of the day of its last event.
 *
 * @param daily the last day must have an event
 * @param hour of the day at which the last event came
 */
function silentAfterDays(daily: readonly number[], hour: number, within = 200): number | undefined {
  const lastAt = hour * HOUR;
  for (let asOf = lastAt; asOf < within * DAY; asOf += HOUR) {
    const quiet = { asOf, days: Math.max(0, Math.floor(asOf / DAY) - 1) };
    if (judgeSilence({ daily, lastAt }, quiet)?.silent === true) return asOf / DAY;
  }
  return undefined;
}

describe('a team that works from Monday to Friday, four deployments a day', () => {
  // 12 weeks to the day, up to a Friday: it has seen 12 of each working day and 11 weekends.
  const upToFriday = weeks(4, 4, 4, 4, 4, 0, 0).slice(0, -2);
  const friday = (days: number) => ({
    silent: judgeSilence(
      { daily: upToFriday, lastAt: 16 * HOUR },
      { asOf: days * DAY, days: Math.floor(days) - 1 },
    )?.silent,
  });

  it('rests on a weekend, though its rate alone would have called that a silence', () => {
    // Monday at 8:00, before the first deployment: t = 64 h, λ = 240 events in 82 days.
    expect(Math.exp((-240 / 82) * (64 / 24))).toBeLessThan(0.001);
    expect(friday(3 + 8 / 24)).toEqual({ silent: false });
  });

  it('has a public holiday on Monday, and four days off at Easter', () => {
    expect(friday(4)).toEqual({ silent: false });
    expect(friday(5)).toEqual({ silent: false });
  });

  it('is silent once three working days have passed without any', () => {
    // A quiet Saturday and Sunday: 12/13 each. A quiet Monday, Tuesday, Wednesday: 1/14 each.
    // (12/13)² · (1/14)² = 0.0043; with Wednesday (12/13)² · (1/14)³ = 0.00031: on Thursday at 0:00.
    expect(silentAfterDays(upToFriday, 16)).toBe(6);
  });
});

describe('a job that runs every night at two', () => {
  const nights = weeks(1, 1, 1, 1, 1, 1, 1);

  it('is silent when its rate makes a week without it too unlikely', () => {
    // Three quiet nights would do by its week, (1/14)³; by its rate e^(−t) < 0.001 needs t > 6.908 days,
    // which the hours after two o'clock reach with 6 days and 22 hours: at midnight of the seventh day.
    expect(silentAfterDays(nights, 2)).toBe(7);
  });
});

describe('a source that speaks around the clock', () => {
  it('is silent after three whole days', () => {
    expect(silentAfterDays(weeks(500, 500, 500, 500, 500, 500, 500), 23)).toBe(4);
  });
});

describe('who deploys once a week', () => {
  it('is given as long as its rate asks for', () => {
    // 11 whole weeks and a day with 12 events: λ = 12/78, t > 6.908 · 78/12 = 44.9 days after noon.
    const tuesdays = weeks(1, 0, 0, 0, 0, 0, 0).slice(0, -6);
    expect(silentAfterDays(tuesdays, 12)).toBeCloseTo(0.5 + 44.9, 1);
  });
});

describe('who works a week in every month', () => {
  it('is not silent in the three weeks between, nor before they were ever exceeded', () => {
    const month = [...Array<number>(5).fill(8), ...Array<number>(23).fill(0)];
    const daily = [...month, ...month, ...month.slice(0, 5)];
    expect(silentAfterDays(daily, 12, 24)).toBeUndefined();
    expect(silentAfterDays(daily, 12)).toBe(25);
  });
});

describe('what was hardly ever heard', () => {
  const quiet = { asOf: 1000 * DAY, days: 999 };

  it('is not judged with fewer than five events, or in its first week', () => {
    expect(judgeSilence({ daily: [1, 1, 1, 0, 0, 0, 1], lastAt: 0 }, quiet)).toBeUndefined();
    expect(judgeSilence({ daily: [9, 9, 9, 9, 9, 9], lastAt: 0 }, quiet)).toBeUndefined();
    expect(judgeSilence({ daily: [2, 1, 0, 0, 0, 0, 2], lastAt: 0 }, quiet)).toMatchObject({
      silent: true,
    });
  });

  it('has no rhythm from before it was first heard', () => {
    const asNew = judgeSilence(
      { daily: [...Array<number>(60).fill(0), 1, 1, 1, 1, 1, 1, 1], lastAt: 0 },
      quiet,
    );
    expect(asNew?.secondsBetween).toBe(DAY / 1000);
  });

  it('nor from more than ninety days before it was last heard', () => {
    const daily = [
      ...Array<number>(300).fill(100),
      ...weeks(1, 1, 1, 1, 1, 1, 1),
      1,
      1,
      1,
      1,
      1,
      1,
    ];
    expect(judgeSilence({ daily, lastAt: 0 }, quiet)?.secondsBetween).toBe(DAY / 1000);
  });
});
