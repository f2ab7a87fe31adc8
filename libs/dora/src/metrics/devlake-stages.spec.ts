import { describe, expect, it } from '@jest/globals';
import { march, MINUTE } from '../facts/facts.fixture.js';
import type { ChangeMoments } from './change-stages.js';
import { devlakeStages } from './devlake-stages.js';

/** A change opened on 10 March; the rest in minutes from then. */
const change = (minutes: {
  readonly firstCommit?: number;
  readonly review?: number;
  readonly merged: number;
  readonly finished?: number;
}): ChangeMoments => {
  const after = (offset: number | undefined) =>
    offset === undefined ? undefined : march(10) + offset * MINUTE;
  return {
    firstCommitAt: after(minutes.firstCommit),
    openedAt: march(10),
    firstReviewAt: after(minutes.review),
    mergedAt: march(10) + minutes.merged * MINUTE,
    deploymentFinishedAt: after(minutes.finished),
  };
};

// What DevLake’s own end-to-end test expects (backend/plugins/dora/e2e, project_pr_metrics.csv).
describe('the published figures of DevLake', () => {
  it('pr1: 1440 of coding, 60 from opened to merged, 2978 of deploy are a cycle of 4478', () => {
    const stages = devlakeStages(
      change({ firstCommit: -1440, review: 5, merged: 60, finished: 60 + 2978 }),
    );
    expect(stages).toEqual({ coding: 1440, pickup: 5, review: 55, deploy: 2978, cycle: 4478 });
  });

  it('pr2: coding is not known where the first commit came after the opening, and adds nothing', () => {
    // Half a minute of pickup and 59.5 of review are 1 and 60, yet 60 and not 61 pass to the merge.
    const stages = devlakeStages(
      change({ firstCommit: 30, review: 0.5, merged: 60, finished: 60 + 1538 }),
    );
    expect(stages).toEqual({ coding: null, pickup: 1, review: 60, deploy: 1538, cycle: 1598 });
  });

  it('pr3: deployed before it was merged, and a comment before it was opened: 5883 + 4320', () => {
    const stages = devlakeStages(
      change({ firstCommit: -5883, review: -1440, merged: 4320, finished: 4000 }),
    );
    expect(stages).toEqual({
      coding: 5883,
      pickup: null,
      review: 5760,
      deploy: null,
      cycle: 10_203,
    });
  });

  it('pr4: not deployed, 11704 + 60 so far', () => {
    const stages = devlakeStages(change({ firstCommit: -11_704, merged: 60 }));
    expect(stages).toEqual({
      coding: 11_704,
      pickup: null,
      review: null,
      deploy: null,
      cycle: 11_764,
    });
  });
});

describe('a stage in DevLake’s minutes', () => {
  const deploy = (milliseconds: number) =>
    devlakeStages({
      openedAt: march(1),
      mergedAt: march(2),
      deploymentFinishedAt: march(2) + milliseconds,
    }).deploy;

  it.each([
    ['none', 0, 0],
    ['a millisecond', 1, 1],
    ['a minute', MINUTE, 1],
    ['a millisecond more than a minute', MINUTE + 1, 2],
    ['a part of a minute backwards', -59_999, 0],
    ['a minute backwards', -MINUTE, null],
    ['a day backwards', -1440 * MINUTE, null],
  ])('%s', (_name, milliseconds, minutes) => {
    expect(deploy(milliseconds)).toBe(minutes);
  });

  it('is rounded up by itself, so that a cycle may be up to three minutes too long', () => {
    const stages = devlakeStages(change({ firstCommit: -0.1, merged: 0.1, finished: 0.2 }));
    expect(stages.cycle).toBe(3);
  });

  it('from opened to merged adds nothing where it is negative', () => {
    expect(devlakeStages(change({ firstCommit: -10, merged: -5, finished: 5 })).cycle).toBe(
      10 + 10,
    );
  });
});
