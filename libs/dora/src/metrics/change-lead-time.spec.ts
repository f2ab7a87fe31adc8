import { describe, expect, it } from '@jest/globals';
import type { ChangeLeadTimeDefinition } from '../definitions/definition.js';
import { DEVLAKE, GITLAB } from '../definitions/definitions.js';
import { HOUR, march, MINUTE } from '../facts/facts.fixture.js';
import { changeEntries, changeLeadTime, leadTimeOfChanges } from './change-lead-time.js';
import type { MergedChange } from './change-stages.js';

const NOW = march(20);
const MERGED_AT = march(10);

const FROM_MERGE = GITLAB.leadTime as ChangeLeadTimeDefinition;
const CYCLE = DEVLAKE.leadTime as ChangeLeadTimeDefinition;

/** Written for 2 hours and open for 3; merged on 10 March and shipped so many hours later. */
const change = (
  number: number,
  hours?: number,
  stated: Partial<MergedChange> = {},
): MergedChange => ({
  repository: 'acme/shop',
  number,
  service: 'api',
  environment: 'production',
  baseline: false,
  firstCommitAt: MERGED_AT - 5 * HOUR,
  openedAt: MERGED_AT - 3 * HOUR,
  mergedAt: MERGED_AT,
  deploymentId: hours === undefined ? undefined : `after ${hours} h`,
  deploymentFinishedAt: hours === undefined ? undefined : MERGED_AT + hours * HOUR,
  ...stated,
});

const parts = (
  definition: ChangeLeadTimeDefinition,
  shipped: readonly MergedChange[],
  { merged = shipped, waiting = 0, timezone = 'UTC' } = {},
) => leadTimeOfChanges({ shipped, merged, waiting }, definition, timezone, 'continuous', NOW);

describe('the lead time of a change', () => {
  const seconds = (definition: ChangeLeadTimeDefinition, one: MergedChange) =>
    changeEntries([one], definition)[0]?.seconds;

  it('runs for gitlab from the merge to the finish of the deployment', () => {
    expect(seconds(FROM_MERGE, change(1, 4))).toBe(4 * 3600);
    expect(seconds(FROM_MERGE, change(1, 0))).toBe(0);
  });

  it('is 0 for gitlab where it was deployed before it was merged', () => {
    expect(seconds(FROM_MERGE, change(1, -4))).toBe(0);
  });

  it('is for devlake the cycle, in whole minutes: 2 h, 3 h and 4 h', () => {
    expect(seconds(CYCLE, change(1, 4))).toBe(9 * 3600);
    expect(seconds(CYCLE, change(1, 4, { openedAt: MERGED_AT - 3 * HOUR - 1 }))).toBe(
      (2 * 60 + 3 * 60 + 1 + 4 * 60) * 60,
    );
    // Not known or negative, a stage adds nothing.
    expect(seconds(CYCLE, change(1, -4))).toBe(5 * 3600);
    expect(seconds(CYCLE, change(1, 4, { firstCommitAt: undefined }))).toBe(7 * 3600);
  });

  it('has none while it waits, and none of a baseline unless the definition times it', () => {
    const all = [change(1), change(2, 4, { baseline: true }), change(3, 4)];
    const inWords = (definition: ChangeLeadTimeDefinition) =>
      changeEntries(all, definition).map(({ rule, numerator }) => `${rule} ${numerator}`);
    expect(inWords(CYCLE)).toEqual(['waiting false', 'baseline false', 'shipped true']);
    expect(inWords(FROM_MERGE)).toEqual(['waiting false', 'shipped true', 'shipped true']);
  });
});

describe('the changes of a row', () => {
  it('are timed one by one for devlake', () => {
    const row = parts(CYCLE, [change(1, 1), change(2, 1), change(3, 3, { baseline: true })], {
      waiting: 4,
    });
    expect(row).toMatchObject({
      unit: 'changes',
      timed: 2,
      seconds: [6 * 3600, 6 * 3600],
      shippedTogether: [2],
      mergeCommits: 0,
      baseline: 1,
      waiting: 4,
    });
  });

  it('are for gitlab the medians of each place and day, the first deployment’s too', () => {
    const shipped = [
      change(1, 1),
      change(2, 3, { baseline: true }),
      change(3, 5, { service: 'web' }),
      change(4, 30),
    ];
    const row = parts(FROM_MERGE, shipped);
    // api on the 10th: 1 h and 3 h; web on the 10th: 5 h; api on the 11th: 30 h.
    expect(row).toMatchObject({ timed: 4, baseline: 0 });
    expect(row.seconds.map((value) => value / 3600)).toEqual([2, 5, 30]);
    expect(row.shippedTogether).toEqual([1, 1, 1, 1]);
  });

  it('are of the local day on which they were shipped', () => {
    const shipped = [
      change(1, 1, { deploymentFinishedAt: march(12) - 30 * MINUTE, mergedAt: march(11) }),
      change(2, 1, { deploymentFinishedAt: march(12) + 30 * MINUTE, mergedAt: march(11) }),
    ];
    expect(parts(FROM_MERGE, shipped).seconds).toEqual([23.5 * 3600, 24.5 * 3600]);
    expect(parts(FROM_MERGE, shipped, { timezone: 'Europe/Berlin' }).seconds).toEqual([24 * 3600]);
  });

  it('that were merged in it have come so far by now', () => {
    const merged = [change(1, 4), change(2), change(3, 4, { baseline: true })];
    // Waiting since the 10th, it is the 20th.
    expect(parts(FROM_MERGE, [], { merged }).begun).toEqual([
      { seconds: 4 * 3600, ended: true },
      { seconds: 240 * 3600, ended: false },
      { seconds: 4 * 3600, ended: true },
    ]);
    expect(parts(CYCLE, [], { merged }).begun).toEqual([
      { seconds: 9 * 3600, ended: true },
      { seconds: 245 * 3600, ended: false },
    ]);
  });
});

describe('the lead time of a row', () => {
  it('is the spread of what was timed, with what waits beside it', () => {
    const begun = [
      { seconds: 60, ended: true },
      { seconds: 120, ended: false },
    ];
    const row = {
      unit: 'commits' as const,
      timed: 3,
      seconds: [30, 10, 20],
      shippedTogether: [3],
      mergeCommits: 4,
      baseline: 5,
      waiting: 6,
      begun,
    };
    expect(changeLeadTime(row, 'lower')).toEqual({
      unit: 'commits',
      commits: 3,
      p50: 20,
      p75: 20,
      p90: 20,
      mean: 20,
      baselineCommits: 5,
      mergeCommits: 4,
      waiting: 6,
      kaplanMeier: expect.objectContaining({ n: 2, ended: 1, open: 1, p50: 60, p75: null }),
    });
  });
});
