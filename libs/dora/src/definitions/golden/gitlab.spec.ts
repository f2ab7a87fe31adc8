import { describe, expect, it } from '@jest/globals';
import { GITLAB } from '../definitions.js';
import { kaplanMeier, near, STAGES_BETWEEN_NEIGHBOURS, weekBy } from './week.fixture.js';

const week = weekBy(GITLAB);

describe('a week by gitlab', () => {
  it('deployment frequency: the same 12, 12/7 a day', () => {
    expect(week.deploymentFrequency).toMatchObject({ deployments: 12, perDay: 12 / 7 });
  });

  it('change lead time', () => {
    // From merged to shipped, and the median of each service and day:
    // | search, Fri   | search #2 1780, search #3 30 |    905 |
    // | search, Mon   | search #1 1800, the baseline |   1800 |
    // | checkout, Tue | shop #1                      |   7200 |
    // | checkout, Fri | shop #2                      | 172800 |
    // Of these at 1.5, 2.25 and 2.7: 1800 + 5400/2, 7200 + 165600/4, 7200 + 0.7·165600; together
    // 182705. The first deployment ships its changes too, so there is no baseline. search #4 waits,
    // since 36 hours: of 6 the curve falls to 5/6, 4/6, 3/6 with search #1, 2/6, and with shop #2,
    // the only one left, to 0.
    expect(week.changeLeadTime).toMatchObject({
      unit: 'changes',
      commits: 5,
      p50: 4500,
      p75: 48_600,
      p90: near(123_120),
      mean: 182_705 / 4,
      baselineCommits: 0,
      mergeCommits: 0,
      waiting: 1,
      kaplanMeier: kaplanMeier([5, 1], [1800, 172_800, 172_800]),
    });
  });

  it('the stages of the changes', () => {
    expect(week.leadTimeStages).toEqual(STAGES_BETWEEN_NEIGHBOURS);
  });

  it('change fail rate', () => {
    // The 5 incidents that opened, whatever they are about, over the 12 successful deployments.
    // Wilson: (0.41667 + 3.8415/24) / 1.32012 ± 1.95996·√(0.020255 + 0.0066692) / 1.32012.
    expect(week.changeFailRate).toEqual({
      failed: 5,
      deployments: 12,
      inferred: 0,
      rate: 5 / 12,
      low: near(0.1933, 4),
      high: near(0.6805, 4),
    });
  });

  it('recovery time and rework rate: none', () => {
    expect([week.recoveryTime, week.reworkRate]).toEqual([null, null]);
  });

  it('time to restore', () => {
    // Resolved in the week, each on a day of its own: 9000, 19240, 48600. At 1, 1.5 and 1.8:
    // 19240, half way to 48600, and 19240 + 0.8·29360.
    expect(week.timeToRestore).toMatchObject({
      incidents: 3,
      resolved: 3,
      open: 0,
      p50: 19_240,
      p75: 33_920,
      p90: near(42_728),
      mean: near(76_840 / 3),
      kaplanMeier: kaplanMeier([3, 0], [19_240, 48_600, 48_600]),
    });
  });
});
