import { describe, expect, it } from '@jest/globals';
import type { CommitLeadTimeDefinition } from '../definitions/definition.js';
import { DORA, FOURKEYS } from '../definitions/definitions.js';
import { HOUR, march, MINUTE } from '../facts/facts.fixture.js';
import { type CommitsOfRow, leadTimeOfCommits } from './commit-lead-time.js';

const BY_DORA = DORA.leadTime as CommitLeadTimeDefinition;
const BY_FOURKEYS = FOURKEYS.leadTime as CommitLeadTimeDefinition;

const row = (stated: Partial<CommitsOfRow> = {}): CommitsOfRow => ({
  leads: [],
  leadsOfDeployments: [],
  mergeCommits: 0,
  baselineCommits: 0,
  waiting: 0,
  ended: [],
  open: [],
  ...stated,
});

describe('the lead times of a row’s commits', () => {
  it('are as they are, also below 0, where an author’s clock ran ahead', () => {
    const leads = [90_500, 0, -HOUR];
    expect(leadTimeOfCommits(row({ leads }), BY_DORA, march(10))).toMatchObject({
      unit: 'commits',
      timed: 3,
      seconds: [90.5, 0, -3600],
    });
  });

  it('are for fourkeys whole minutes, and none below one', () => {
    const leads = [119_999, MINUTE, MINUTE - 1, 0, -HOUR];
    expect(leadTimeOfCommits(row({ leads }), BY_FOURKEYS, march(10))).toMatchObject({
      timed: 2,
      seconds: [60, 60],
    });
  });

  it('have what waits beside them, for as long as it has been waiting by now', () => {
    const begun = row({ ended: [90_500], open: [march(9), march(11)] });
    const expected = [
      { seconds: 90.5, ended: true },
      { seconds: 24 * 3600, ended: false },
      // Written tomorrow by its clock: it has not waited yet.
      { seconds: 0, ended: false },
    ];
    expect(leadTimeOfCommits(begun, BY_DORA, march(10)).begun).toEqual(expected);
    // To last is not a matter of whole minutes.
    expect(leadTimeOfCommits(begun, BY_FOURKEYS, march(10)).begun).toEqual(expected);
  });
});
