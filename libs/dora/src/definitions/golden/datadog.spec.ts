import { describe, expect, it } from '@jest/globals';
import { DATADOG } from '../definitions.js';
import { kaplanMeier, near, STAGES_BETWEEN_NEIGHBOURS, weekBy } from './week.fixture.js';

const week = weekBy(DATADOG);

describe('a week by datadog', () => {
  it('deployment frequency: the same 12', () => {
    expect(week.deploymentFrequency).toMatchObject({ deployments: 12, perDay: 12 / 7 });
  });

  it('change lead time', () => {
    // The commits of dora.spec.ts: 1800 2400 3600 10800 21600 43200 50400 79200 172800. The median
    // is the 5th, p75 the 7th, and p90 lies at 0.9·8 = 7.2: 79200 + 0.2·93600.
    expect(week.changeLeadTime).toMatchObject({
      unit: 'commits',
      commits: 9,
      p50: 21_600,
      p75: 50_400,
      p90: near(97_920),
      mean: near(385_800 / 9),
      baselineCommits: 2,
      mergeCommits: 1,
      waiting: 2,
      kaplanMeier: kaplanMeier([9, 2], [43_200, 172_800, null]),
    });
  });

  it('the stages of the changes', () => {
    expect(week.leadTimeStages).toEqual(STAGES_BETWEEN_NEIGHBOURS);
  });

  it('change fail rate', () => {
    // e2: the first after V1, which e4 brought back. e5: the hotfix e6 came next. e7: e8 took k6
    // back. Incidents do not enter it, so not d2; nor does the failed rollout d4. 3 of 12.
    // Wilson: (0.25 + 3.8415/24) / 1.32012 ± 1.95996·√(0.015625 + 0.0066692) / 1.32012.
    expect(week.changeFailRate).toEqual({
      failed: 3,
      deployments: 12,
      inferred: 3,
      rate: 0.25,
      low: near(0.0889, 4),
      high: near(0.5323, 4),
    });
  });

  it('recovery time', () => {
    // To the finish of what mended it: e5 7200, e7 21600, e2 90000. p75 lies half way from the 2nd
    // to the 3rd, p90 at 1.8: 21600 + 0.8·68400. The curve falls to 2/3, 1/3 and 0.
    expect(week.recoveryTime).toMatchObject({
      failed: 3,
      recovered: 3,
      open: 0,
      p50: 21_600,
      p75: 55_800,
      p90: near(76_320),
      mean: 39_600,
      kaplanMeier: kaplanMeier([3, 0], [21_600, 90_000, 90_000]),
    });
  });

  it('rework rate: none', () => {
    expect(week.reworkRate).toBeNull();
  });

  it('time to restore', () => {
    // The incidents of dora.spec.ts: 9000 19240 48600 100800 and one open. At 1.5, 2.25 and 2.7:
    // 19240 + 29360/2, 48600 + 52200/4, 48600 + 0.7·52200.
    expect(week.timeToRestore).toMatchObject({
      incidents: 5,
      resolved: 4,
      open: 1,
      p50: 33_920,
      p75: 61_650,
      p90: near(85_140),
      mean: 177_640 / 4,
      kaplanMeier: kaplanMeier([4, 1], [48_600, 100_800, null]),
    });
  });
});
