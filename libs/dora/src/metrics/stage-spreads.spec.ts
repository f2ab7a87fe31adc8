import { describe, expect, it } from '@jest/globals';
import { HOUR, march } from '../facts/facts.fixture.js';
import type { MergedChange } from './change-stages.js';
import { stageSpreads } from './stage-spreads.js';

/** A change whose stages take 1, 2, 3, 4 and 5 times so many hours; 15 times in all. */
const change = (factor: number, stated: Partial<MergedChange> = {}): MergedChange => {
  const after = (hours: number) => march(1) + hours * factor * HOUR;
  return {
    repository: 'acme/shop',
    number: factor,
    service: 'api',
    environment: 'production',
    baseline: false,
    firstCommitAt: after(0),
    openedAt: after(1),
    firstReviewAt: after(3),
    mergedAt: after(6),
    deploymentId: 'd',
    deploymentStartedAt: after(10),
    deploymentFinishedAt: after(15),
    ...stated,
  };
};

const NOTHING = { n: 0, p50: null, p75: null, p90: null, mean: null };

describe('the stages of what was shipped', () => {
  it('are spread over the changes: of 1 and 2 times as long the upper, and half way in the mean', () => {
    const hours = (longer: number, mean: number) => ({
      n: 2,
      p50: longer * 3600,
      p75: longer * 3600,
      p90: longer * 3600,
      mean: mean * 3600,
    });
    expect(stageSpreads([change(1), change(2)], [], 'index')).toEqual({
      changes: 2,
      commitsWithoutChange: 0,
      coding: hours(2, 1.5),
      pickup: hours(4, 3),
      review: hours(6, 4.5),
      waiting: hours(8, 6),
      deploying: hours(10, 7.5),
      total: hours(30, 22.5),
    });
  });

  it('are by the quantile of the definition', () => {
    const two = [change(1), change(2)];
    expect(stageSpreads(two, [], 'lower').coding.p50).toBe(3600);
    expect(stageSpreads(two, [], 'continuous').coding.p50).toBe(1.5 * 3600);
  });

  it('leave out the changes of a baseline: since when they were there is not known', () => {
    const spreads = stageSpreads([change(1), change(9, { baseline: true })], [], 'index');
    expect(spreads).toMatchObject({ changes: 1, coding: { n: 1, mean: 3600 } });
  });

  it('are known for as many as say so: one without a review has no pickup, not one of 0', () => {
    const spreads = stageSpreads([change(1), change(2, { firstReviewAt: undefined })], [], 'index');
    expect(spreads).toMatchObject({
      changes: 2,
      pickup: { n: 1, mean: 2 * 3600 },
      review: { n: 1, mean: 3 * 3600 },
      total: { n: 2, mean: 22.5 * 3600 },
    });
  });

  it('take commits without a change into the last two only', () => {
    const direct = [
      { waiting: 3600, deploying: 600 },
      { waiting: null, deploying: 1200 },
      { waiting: 7200, deploying: null },
    ];
    expect(stageSpreads([change(1)], direct, 'index')).toMatchObject({
      changes: 1,
      commitsWithoutChange: 3,
      coding: { n: 1 },
      // 1, 2 and 4 hours.
      waiting: { n: 3, p50: 7200, mean: 8400 },
      // 10 and 20 minutes, and 5 hours.
      deploying: { n: 3, p50: 1200, mean: 6600 },
      total: { n: 1 },
    });
  });

  it('are not known where nothing was shipped', () => {
    expect(stageSpreads([], [], 'index')).toEqual({
      changes: 0,
      commitsWithoutChange: 0,
      coding: NOTHING,
      pickup: NOTHING,
      review: NOTHING,
      waiting: NOTHING,
      deploying: NOTHING,
      total: NOTHING,
    });
  });
});
