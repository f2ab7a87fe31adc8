import { describe, expect, it } from '@jest/globals';
import { describeConfigurationFile } from '../configuration-file-schema.js';
import { faultsOf, parse } from '../configuration-text.fixture.js';

describe('definitions', () => {
  it('say what is different from another one, in seconds, shares and names', () => {
    const text = `definitions:
  ours:
    extends: dora
    title: How we count
    leadTime: { from: committed, mergeCommits: true }
    failure:
      rules: [verdict, window]
      minimumConfidence: "\${SURE}"
      window: 4h
      windowOf: { api: 30m, "batch jobs": 2d }
      rollbackBlames: last_before_rollback
      withoutRollbacks: true
    rework: { signs: [unplanned] }
  plain: { extends: gitlab }
`;
    expect(parse(text, { SURE: '0.75' }).definitions).toEqual({
      ours: {
        extends: 'dora',
        title: 'How we count',
        leadTime: { from: 'committed', mergeCommits: true },
        failure: {
          rules: ['verdict', 'window'],
          minimumConfidence: 0.75,
          window: 14_400,
          windowOf: { api: 1_800, 'batch jobs': 172_800 },
          rollbackBlames: 'last_before_rollback',
          withoutRollbacks: true,
        },
        rework: { signs: ['unplanned'] },
      },
      plain: { extends: 'gitlab' },
    });
  });

  it('are refused with the line of every fault, and a hint where there is one', () => {
    const text = `definitions:
  ours:
    extends: dorra
    failure:
      rules: [verdict, redeploi]
      windw: 4h
      window: 4
      windowOf: { api: 4 hours }
      minimumConfidence: 80
    leadtime: {}
  theirs: { failure: {} }
`;
    const faults = faultsOf(text).split('\n');
    const expected = [
      /:3:14 definitions.ours.extends: .*; did you mean "dora"\?$/,
      /:5:24 definitions.ours.failure.rules.1: .*; did you mean "redeploy"\?$/,
      /:6:7 definitions.ours.failure.windw: unknown key; did you mean "window"\?$/,
      /:7:15 definitions.ours.failure.window: is no length of time: write 4h/,
      /:8:24 definitions.ours.failure.windowOf.api: is no length of time: write 4h/,
      /:9:26 definitions.ours.failure.minimumConfidence: .*<=1$/,
      /:10:5 definitions.ours.leadtime: unknown key; did you mean "leadTime"\?$/,
      /:11:11 definitions.theirs.extends: /,
    ];
    expect(expected.filter((fault) => !faults.some((line) => fault.test(line)))).toEqual([]);
    expect(faults).toHaveLength(expected.length);
  });

  it('are refused by the name of one that comes with the platform', () => {
    expect(faultsOf('definitions:\n  devlake: { extends: dora }\n')).toMatch(
      /^throughline.yaml:2:12 definitions.devlake: is a definition that comes with the platform/,
    );
  });

  it('cannot extend one another: what they are would depend on the order', () => {
    const text = 'definitions:\n  ours: { extends: dora }\n  more: { extends: ours }\n';
    expect(faultsOf(text)).toMatch(/^throughline.yaml:3:20 definitions.more.extends: /);
  });

  it('are refused with the clock of commits where the base times changes', () => {
    const own = (base: string) =>
      `definitions:\n  ours:\n    extends: ${base}\n    leadTime: { from: committed }\n`;
    expect(faultsOf(own('fourkeys'))).toBe('');
    for (const base of ['devlake', 'gitlab']) {
      expect(faultsOf(own(base))).toBe(
        `throughline.yaml:4:15 definitions.ours.leadTime: says nothing to ${base}, which times changes and not commits: leave it out`,
      );
    }
  });

  it('are told in sentences', () => {
    const text = `definitions:
  ours: { extends: dora, title: Ours, failure: { window: 4h, rules: [window] }, rework: { signs: [] } }
  same: { extends: fourkeys }
`;
    const meaning = describeConfigurationFile(parse(text)).filter((line) => /asked for/.test(line));
    expect(meaning).toEqual([
      'Metrics can be asked for as ours: dora but for failure.rules, failure.window, rework.signs.',
      'Metrics can be asked for as same: fourkeys by another name.',
    ]);
  });
});
