import { describe, expect, it } from '@jest/globals';
import { DEVLAKE } from '../definitions.js';
import { kaplanMeier, near, weekBy } from './week.fixture.js';

const week = weekBy(DEVLAKE);

describe('a week by devlake', () => {
  it('deployment frequency: the same 12, on 5 days of the one week', () => {
    expect(week.deploymentFrequency).toMatchObject({
      deployments: 12,
      daysWithDeployment: 5,
      medianDaysPerWeek: 5,
      medianSecondsBetween: 10_800,
    });
  });

  it('change lead time', () => {
    // Minutes, each rounded up:
    // |           | coding | opened to merged | deploy | cycle | seconds |
    // | search #3 |     10 |     29.5, so  30 | 0.5: 1 |    41 |    2460 |
    // | search #2 |     60 |   750.33, so 751 | 29.67: 30 | 841 |  50460 | index floor(0.5·3) = 1
    // | shop #1   |    120 |             1080 |    120 |  1320 |   79200 | index floor(0.75·3) = 2
    // | shop #2   |     60 |             1080 |   2880 |  4020 |  241200 | floor(0.9·3) = 2 is not it
    // search #1 came with the first deployment, which has none before it. search #4 waits: 60 + 1500
    // and 2160 since the merge are 3720 minutes by now, 223200 s. Of 5 the curve falls to 4/5, 3/5,
    // 2/5 with shop #1, and with shop #2, the only one left, to 0.
    expect(week.changeLeadTime).toMatchObject({
      unit: 'changes',
      commits: 4,
      p50: 50_460,
      p75: 79_200,
      p90: 79_200,
      mean: 373_320 / 4,
      baselineCommits: 1,
      mergeCommits: 0,
      waiting: 1,
      kaplanMeier: kaplanMeier([4, 1], [79_200, 241_200, 241_200]),
    });
  });

  it('the stages of the changes', () => {
    // The durations of dora.spec.ts. Indexes: of 2 values 0, 0, 0; of 4 1, 2, 2; of 7 3, 4, 5;
    // of 8 3, 5, 6.
    expect(week.leadTimeStages).toEqual({
      changes: 4,
      commitsWithoutChange: 4,
      coding: { n: 4, p50: 3600, p75: 3600, p90: 3600, mean: 3750 },
      pickup: { n: 2, p50: 43_200, p75: 43_200, p90: 43_200, mean: 50_400 },
      review: { n: 2, p50: 1820, p75: 1820, p90: 1820, mean: 4510 },
      waiting: { n: 8, p50: 3000, p75: 21_000, p90: 42_570, mean: 30_745 },
      deploying: { n: 7, p50: 600, p75: 600, p90: 1800, mean: 860 },
      total: { n: 4, p50: 50_400, p75: 79_200, p90: 79_200, mean: 93_300 },
    });
  });

  it('change fail rate', () => {
    // Each incident goes to the newest successful deployment before it, whatever it names:
    // INC-7 to d2, INC-8 to e2, INC-9 to e8 (30 h before), INC-11 to e7; INC-10 has no service.
    // 4 of the 12 successful ones; d4 is in neither. All of it is a guess.
    // Wilson: (0.33333 + 3.8415/24) / 1.32012 ± 1.95996·√(0.018519 + 0.0066692) / 1.32012.
    expect(week.changeFailRate).toEqual({
      failed: 4,
      deployments: 12,
      inferred: 4,
      rate: 4 / 12,
      low: near(0.1381, 4),
      high: near(0.6094, 4),
    });
  });

  it('recovery time', () => {
    // From the finish of the deployment to the resolution, in whole minutes rounded down:
    // INC-7 from d2 Tue 12:00 to Tue 15:00:                10800
    // INC-11 from e7 Fri 09:00 to Fri 15:20:40, 380 min:   22800, index floor(0.5·2) = 1, and so on
    // INC-8 from e2 Tue 09:00 to Wed 10:30:                91800
    // INC-9 was over after the week, and is left out. The curve falls to 2/3, 1/3 and 0.
    expect(week.recoveryTime).toMatchObject({
      failed: 3,
      recovered: 3,
      open: 0,
      p50: 22_800,
      p75: 22_800,
      p90: 22_800,
      mean: 41_800,
      kaplanMeier: kaplanMeier([3, 0], [22_800, 91_800, 91_800]),
    });
  });

  it('rework rate: none', () => {
    expect(week.reworkRate).toBeNull();
  });

  it('time to restore', () => {
    // Resolved in the week: INC-7 9000, INC-11 19240, INC-8 48600. Indexes 1, 1, 1.
    expect(week.timeToRestore).toMatchObject({
      incidents: 3,
      resolved: 3,
      open: 0,
      p50: 19_240,
      p75: 19_240,
      p90: 19_240,
      mean: near(76_840 / 3),
      kaplanMeier: kaplanMeier([3, 0], [19_240, 48_600, 48_600]),
    });
  });
});
