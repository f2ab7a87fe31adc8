import { describe, expect, it } from '@jest/globals';
import { HOUR, march } from '../facts/facts.fixture.js';
import { changeStages } from './change-stages.js';

const WHOLE = {
  firstCommitAt: march(1),
  openedAt: march(1) + HOUR,
  firstReviewAt: march(1) + 3 * HOUR,
  mergedAt: march(1) + 6 * HOUR,
  deploymentStartedAt: march(1) + 10 * HOUR,
  deploymentFinishedAt: march(1) + 15 * HOUR,
};

describe('the stages of a change', () => {
  it('are 1, 2, 3, 4 and 5 hours, 15 in all', () => {
    expect(changeStages(WHOLE)).toEqual({
      coding: 3600,
      pickup: 7200,
      review: 10_800,
      waiting: 14_400,
      deploying: 18_000,
      total: 54_000,
    });
  });

  it('are not known where a moment is not', () => {
    const { openedAt, mergedAt } = WHOLE;
    expect(changeStages({ openedAt, mergedAt })).toEqual({
      coding: null,
      pickup: null,
      review: null,
      waiting: null,
      deploying: null,
      total: null,
    });
  });

  it('wait until the finish of a deployment that does not say when it started', () => {
    const { deploymentStartedAt: _, ...rest } = WHOLE;
    expect(changeStages(rest)).toMatchObject({ waiting: 9 * 3600, deploying: null });
  });

  it('are not known where clocks contradict each other, and 0 where nothing was to be done', () => {
    expect(changeStages({ ...WHOLE, firstCommitAt: march(2) })).toMatchObject({
      coding: null,
      total: null,
    });
    expect(changeStages({ ...WHOLE, firstReviewAt: WHOLE.mergedAt }).review).toBe(0);
  });
});
