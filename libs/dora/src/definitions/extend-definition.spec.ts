import { describe, expect, it } from '@jest/globals';
import { DAY, deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import { judged } from '../failures/evidence.fixture.js';
import { DEVLAKE, DORA, GITLAB } from './definitions.js';
import { extendDefinition, type OwnDefinition } from './extend-definition.js';

const ours = (own: Omit<OwnDefinition, 'extends'>, base = DORA) =>
  extendDefinition('ours', base, { extends: base.id, ...own });

describe('a definition of one’s own', () => {
  it('is the one that it extends but for what it says', () => {
    const { id, version, title, metrics, ...rest } = ours({
      title: 'Our way',
      leadTime: { from: 'committed', mergeCommits: true },
      failure: {
        rules: ['verdict', 'window'],
        minimumConfidence: 0.4,
        windowSeconds: 14_400,
        windowSecondsOf: { api: 60 },
        rollbackBlames: 'last_before_rollback',
        withoutRollbacks: true,
      },
      rework: { signs: ['unplanned'] },
    });
    expect(id).toBe('ours');
    expect(title).toBe('Our way');
    expect(version).toMatch(/^2-[0-9a-f]{8}$/);
    expect(Object.keys(metrics)).toEqual(Object.keys(DORA.metrics));
    expect(rest).toEqual({
      sources: DORA.sources,
      quantile: DORA.quantile,
      deployments: DORA.deployments,
      recovery: DORA.recovery,
      restore: DORA.restore,
      leadTime: { ...DORA.leadTime, from: 'committed', withMerges: true },
      failure: {
        ...DORA.failure,
        rules: ['verdict', 'window'],
        minimumConfidence: 0.4,
        windowSeconds: 14_400,
        windowSecondsOf: { api: 60 },
        rollbackBlames: 'last_before_rollback',
        withoutRollbacks: true,
      },
      rework: { signs: ['unplanned'] },
    });
  });

  it('that says nothing answers as the one that it extends', () => {
    const { id: _, version: __, title: ___, ...rest } = ours({ failure: {}, leadTime: {} });
    const { id: ____, version: _____, title: ______, ...base } = DORA;
    expect(rest).toEqual(base);
  });

  it('can have a rework rate where the one that it extends has none', () => {
    expect(ours({ rework: { signs: ['kind'] } }, GITLAB).rework).toEqual({ signs: ['kind'] });
  });

  it('keeps what is timed: from when a commit counts says nothing of changes', () => {
    const own = ours({ leadTime: { from: 'committed' } }, DEVLAKE);
    expect(own.leadTime).toEqual(DEVLAKE.leadTime);
    expect(own.metrics.changeLeadTime).toBe(DEVLAKE.metrics.changeLeadTime);
  });

  it('says in words what is different, in the metrics that it touches only', () => {
    const { metrics } = ours({ failure: { windowSeconds: 14_400 } });
    expect(metrics.changeFailRate).toBe(
      `${DORA.metrics.changeFailRate} Different here: {"windowSeconds":14400}.`,
    );
    expect(metrics.changeLeadTime).toBe(DORA.metrics.changeLeadTime);
  });
});

describe('its version', () => {
  const version = (own: Omit<OwnDefinition, 'extends'>, base = DORA) => ours(own, base).version;

  const DIFFERENT: readonly Omit<OwnDefinition, 'extends'>[] = [
    {},
    { failure: { windowSeconds: 14_400 } },
    { failure: { windowSeconds: 14_401 } },
    { failure: { windowSecondsOf: { api: 14_400 } } },
    { failure: { windowSecondsOf: { web: 14_400 } } },
    { failure: { minimumConfidence: 0.6 } },
    { failure: { rules: ['verdict'] } },
    { failure: { rules: ['verdict', 'status'] } },
    { failure: { rollbackBlames: 'last_before_rollback' } },
    { failure: { withoutRollbacks: true } },
    { leadTime: { from: 'committed' } },
    { leadTime: { mergeCommits: true } },
    { rework: { signs: ['unplanned'] } },
    { rework: { signs: [] } },
  ];

  it('differs wherever an answer could', () => {
    const versions = DIFFERENT.map((own) => version(own));
    expect(new Set(versions).size).toBe(DIFFERENT.length);
  });

  it('is another one when the definition that it extends is another version', () => {
    const own = { failure: { windowSeconds: 14_400 } };
    expect(version(own, { ...DORA, version: '3' })).not.toBe(version(own));
  });

  it.each<[string, Omit<OwnDefinition, 'extends'>, Omit<OwnDefinition, 'extends'>]>([
    ['is called otherwise', { title: 'Mine' }, { title: 'Yours' }],
    ['says of a part that nothing is different in it', {}, { failure: {}, rework: {} }],
    ['says what is so already', {}, { failure: { windowSeconds: 86_400 } }],
    [
      'says it in another order',
      { failure: { windowSeconds: 60, minimumConfidence: 0.7 } },
      { failure: { minimumConfidence: 0.7, windowSeconds: 60 } },
    ],
    [
      'names rules in another order',
      { failure: { rules: ['verdict', 'status'] } },
      { failure: { rules: ['status', 'verdict'] } },
    ],
    [
      'names services in another order',
      { failure: { windowSecondsOf: { api: 1, web: 2 } } },
      { failure: { windowSecondsOf: { web: 2, api: 1 } } },
    ],
  ])('stays when it %s', (_name, one, other) => {
    expect(version(other)).toBe(version(one));
  });
});

describe('a window of 4 hours', () => {
  const four = ours({ failure: { windowSeconds: 4 * 3600 } });
  const deployments = [
    deployment({ id: 'soon', finishedAt: march(1) }),
    deployment({ id: 'late', finishedAt: march(1) + DAY }),
  ];
  const incidents = [
    incident({ id: 'I1', services: ['api'], openedAt: march(1) + 4 * HOUR }),
    incident({ id: 'I2', services: ['api'], openedAt: march(1) + DAY + 5 * HOUR }),
  ];

  it('leaves out what 24 hours counted', () => {
    const failed = (definition: typeof DORA) =>
      judged({ deployments, incidents }, definition).map((one) => one.failed);
    expect(failed(DORA)).toEqual([true, true]);
    expect(failed(four)).toEqual([true, false]);
  });
});
