import { describe, expect, it } from '@jest/globals';
import { FOURKEYS } from '../definitions.js';
import { kaplanMeier, near, STAGES_BETWEEN_NEIGHBOURS, weekBy } from './week.fixture.js';

const week = weekBy(FOURKEYS);

describe('a week by fourkeys', () => {
  it('deployment frequency', () => {
    // Not e3, whose commit k3 is not known: 11, with 20 hours between d3 and e4. The hours sorted:
    // 1 2 2 3 3 [5] 20 21 22 23, the median at index floor(0.5·10) = 5. Wednesday still has e4. By
    // Garwood’s table a count of 11 may have been expected to be 5.491 to 19.682.
    expect(week.deploymentFrequency).toEqual({
      deployments: 11,
      perDay: 11 / 7,
      perDayLow: near(5.491 / 7, 3),
      perDayHigh: near(19.682 / 7, 3),
      daysWithDeployment: 5,
      medianDaysPerWeek: 5,
      medianSecondsBetween: 18_000,
    });
  });

  it('change lead time', () => {
    // | commit | committed    | shipped   | seconds | in whole minutes |
    // | k7     | Fri 14:59:30 | Fri 15:00 |      30 |         left out |
    // | k5     | Thu 10:30    | Thu 11:00 |    1800 |             1800 |
    // | c4     | Tue 13:00    | Tue 14:00 |    3600 |             3600 |
    // | c3     | Tue 10:00    | Tue 12:00 |    7200 |             7200 | merges count
    // | c2     | Tue 09:00    | Tue 12:00 |   10800 |            10800 |
    // | c1     | Tue 08:00    | Tue 12:00 |   14400 |            14400 | p50, at 0.5·8 = 4
    // | k4     | Thu 03:00    | Thu 09:00 |   21600 |            21600 |
    // | k2     | Mon 21:00:30 | Tue 09:00 |   43170 |            43140 | p75, at 6
    // | k6     | Thu 19:00    | Fri 09:00 |   50400 |            50400 | p90 at 7.2: 50400 + 0.2·122400
    // | c5     | Wed 10:00    | Fri 10:00 |  172800 |           172800 |
    // Together 325740. c0 and k1 are baseline. c6 and k8 wait longer than any of the others took: of
    // 12 the curve falls to 6/12 with c1, 3/12 with k6, and to 2/12, where it stays.
    expect(week.changeLeadTime).toMatchObject({
      unit: 'commits',
      commits: 9,
      p50: 14_400,
      p75: 43_140,
      p90: near(74_880),
      mean: near(325_740 / 9),
      baselineCommits: 2,
      mergeCommits: 0,
      waiting: 2,
      kaplanMeier: kaplanMeier([10, 2], [14_400, 50_400, null]),
    });
  });

  it('the stages of the changes', () => {
    expect(week.leadTimeStages).toEqual(STAGES_BETWEEN_NEIGHBOURS);
  });

  it('change fail rate', () => {
    // INC-11 names k6, which e7 first shipped: 1 of the 12 successful. No other incident names a commit.
    // Wilson: (0.083333 + 3.8415/24) / 1.32012 ± 1.95996·√(0.0063657 + 0.0066692) / 1.32012.
    expect(week.changeFailRate).toEqual({
      failed: 1,
      deployments: 12,
      inferred: 0,
      rate: 1 / 12,
      low: near(0.0149, 4),
      high: near(0.3539, 4),
    });
  });

  it('recovery time and rework rate: none', () => {
    expect([week.recoveryTime, week.reworkRate]).toEqual([null, null]);
  });

  it('time to restore', () => {
    // In whole hours: INC-7 2 (of 2.5), INC-11 6 (of 6 h 20 min 40 since e7 finished, Fri 09:00, an
    // hour before it opened), INC-8 13 (of 13.5), INC-9 28: 7200 21600 46800 100800. INC-10 is open.
    // At 1.5, 2.25 and 2.7: 21600 + 25200/2, 46800 + 54000/4, 46800 + 0.7·54000.
    expect(week.timeToRestore).toMatchObject({
      incidents: 5,
      resolved: 4,
      open: 1,
      p50: 34_200,
      p75: 60_300,
      p90: near(84_600),
      mean: 44_100,
      kaplanMeier: kaplanMeier([4, 1], [46_800, 100_800, null]),
    });
  });
});
