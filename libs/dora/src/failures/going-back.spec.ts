import { describe, expect, it } from '@jest/globals';
import { deployment, march } from '../facts/facts.fixture.js';
import type { FinishedDeployment } from '../facts/facts.js';
import { linkGoingBack, type RollbackBlames } from './going-back.js';
import { Histories } from './place-history.js';

type Stated = Partial<FinishedDeployment>;

const BLAMES = ['first_after_target', 'last_before_rollback'] as const;

/**
 * One deployment a day of the releases named. The id says release and position: V1@3 is the V1 that
 * came fourth.
 */
const history = (...releases: readonly (string | readonly [string, Stated])[]) =>
  releases.map((release, position) => {
    const [version, stated] = typeof release === 'string' ? [release, {}] : release;
    return deployment({
      id: `${version}@${position}`,
      version,
      finishedAt: march(position + 1),
      ...stated,
    });
  });

function links(
  deployments: readonly FinishedDeployment[],
  rollbackBlames: RollbackBlames = 'first_after_target',
  anyEarlierRelease = false,
) {
  const histories = new Histories(deployments, ['succeeded', 'rolled_back']);
  return linkGoingBack(histories, { rollbackBlames, anyEarlierRelease }).map(
    ({ rule, deployment: blamed, remedy }) => `${rule}: ${remedy?.id} blames ${blamed.id}`,
  );
}

describe('when an older release comes back', () => {
  const fourSteps = history('V1', 'V2', 'V3', 'V1');

  it('the first after it is blamed, or the last before it came back', () => {
    expect(links(fourSteps, 'first_after_target')).toEqual(['redeploy: V1@3 blames V2@1']);
    expect(links(fourSteps, 'last_before_rollback')).toEqual(['redeploy: V1@3 blames V3@2']);
  });

  it('the target is its last occurrence before', () => {
    const twice = history('V1', 'V2', 'V1', 'V3', 'V4', 'V1');
    expect(links(twice, 'first_after_target')).toEqual([
      'redeploy: V1@2 blames V2@1',
      'redeploy: V1@5 blames V3@3',
    ]);
    expect(links(twice, 'last_before_rollback')).toEqual([
      'redeploy: V1@2 blames V2@1',
      'redeploy: V1@5 blames V4@4',
    ]);
  });

  it('it is known by order of finishing, whatever the order they are given in', () => {
    expect(links([...fourSteps].reverse())).toEqual(['redeploy: V1@3 blames V2@1']);
  });

  it('those that finish at one moment are in order of their ids', () => {
    const tied = ['a', 'b', 'c'].map((id, index) =>
      deployment({ id, version: ['V1', 'V2', 'V1'][index] }),
    );
    expect(links(tied)).toEqual(['redeploy: c blames b']);
    expect(links([...tied].reverse())).toEqual(['redeploy: c blames b']);
  });
});

describe('nothing is inferred from', () => {
  it.each<[string, readonly FinishedDeployment[]]>([
    ['one release after another', history('V1', 'V2', 'V3')],
    ['the same release twice in a row', history('V1', 'V1')],
    [
      'the first deployment ever, even if it is called a rollback',
      history(['V1', { kind: 'rollback' }]),
    ],
    [
      'what comes back without being known',
      history(['?', { version: undefined }], 'V1', ['?', { version: undefined }]),
    ],
    ['one that says what it fixes', history('V1', 'V2', 'V3', ['V1', { fixes: ['V3@2'] }])],
    [
      'a rollback that says what it rolls back',
      history('V1', 'V2', ['V1', { fixes: ['INC-1'], kind: 'rollback' }]),
    ],
    ['another service', history('V1', ['V2', { service: 'web' }], 'V1')],
    ['another environment', history('V1', ['V2', { environment: 'staging' }], 'V1')],
    // The users never saw V2, so that nothing was taken from them.
    ['a retry after a rollout that failed', history('V1', ['V2', { status: 'failed' }], 'V1')],
    ['a retry after one that was cancelled', history('V1', ['V2', { status: 'cancelled' }], 'V1')],
  ])('%s', (_name, deployments) => {
    for (const blames of BLAMES) expect(links(deployments, blames, true)).toEqual([]);
  });
});

describe('failed rollouts between', () => {
  it('are not blamed: V2 is, which was live', () => {
    const deployments = history('V1', 'V2', ['V3', { status: 'failed' }], 'V1');
    for (const blames of BLAMES) {
      expect(links(deployments, blames)).toEqual(['redeploy: V1@3 blames V2@1']);
    }
  });

  it('that reached somebody before they were rolled back are', () => {
    const deployments = history('V1', 'V2', ['V3', { status: 'rolled_back' }], 'V1');
    expect(links(deployments, 'last_before_rollback')).toEqual(['redeploy: V1@3 blames V3@2']);
  });
});

describe('going forward again (A, B, A, B)', () => {
  const backAndForth = history('A', 'B', 'A', 'B');

  it('blames nothing more: only the return to the older A does', () => {
    for (const blames of BLAMES) {
      expect(links(backAndForth, blames, false)).toEqual(['redeploy: A@2 blames B@1']);
    }
  });

  it('blames A where any earlier release counts as going back', () => {
    for (const blames of BLAMES) {
      expect(links(backAndForth, blames, true)).toEqual([
        'redeploy: A@2 blames B@1',
        'redeploy: B@3 blames A@2',
      ]);
    }
  });

  it('after V1, V2, V3, V1: V2 is newer than V1, and so goes back only for the latter', () => {
    const forward = history('V1', 'V2', 'V3', 'V1', 'V2');
    expect(links(forward)).toEqual(['redeploy: V1@3 blames V2@1']);
    expect(links(forward, 'first_after_target', true)).toEqual([
      'redeploy: V1@3 blames V2@1',
      'redeploy: V2@4 blames V3@2',
    ]);
    expect(links(forward, 'last_before_rollback', true)).toEqual([
      'redeploy: V1@3 blames V3@2',
      'redeploy: V2@4 blames V1@3',
    ]);
  });
});

describe('one of kind rollback', () => {
  it('goes by the rule that says so, and blames as any other', () => {
    const deployments = history('V1', 'V2', 'V3', ['V1', { kind: 'rollback' }]);
    expect(links(deployments, 'first_after_target')).toEqual(['rollback: V1@3 blames V2@1']);
    expect(links(deployments, 'last_before_rollback')).toEqual(['rollback: V1@3 blames V3@2']);
  });

  it.each<[string, readonly FinishedDeployment[], string]>([
    [
      'to a release that was not there before',
      history('V1', 'V2', ['V0', { kind: 'rollback' }]),
      'rollback: V0@2 blames V2@1',
    ],
    [
      'to a release that it does not name',
      history('V1', 'V2', ['?', { version: undefined, kind: 'rollback' }]),
      'rollback: ?@2 blames V2@1',
    ],
    [
      'to the release that is there',
      history('V1', 'V2', ['V2', { kind: 'rollback' }]),
      'rollback: V2@2 blames V2@1',
    ],
    [
      'from a release that nobody named',
      history('V1', 'V2', ['?', { version: undefined }], ['V1', { kind: 'rollback' }]),
      'rollback: V1@3 blames ?@2',
    ],
  ])('%s blames the one that it replaced', (_name, deployments, expected) => {
    for (const blames of BLAMES) expect(links(deployments, blames)).toEqual([expected]);
  });

  it('blames nobody where the only one before it never reached users', () => {
    const deployments = history(['V1', { status: 'failed' }], ['V0', { kind: 'rollback' }]);
    expect(links(deployments)).toEqual([]);
  });
});

describe('what is one release', () => {
  const of = (...releases: readonly Stated[]) =>
    releases.map((stated, position) =>
      deployment({ id: `d${position}`, finishedAt: march(position + 1), ...stated }),
    );

  it('is told by the commit where there is one, whatever the version says', () => {
    const rebuilt = of(
      { sha: 'a', version: '1' },
      { sha: 'b', version: '2' },
      { sha: 'a', version: '3' },
    );
    expect(links(rebuilt)).toEqual(['redeploy: d2 blames d1']);
    const retagged = of(
      { sha: 'a', version: '1' },
      { sha: 'b', version: '2' },
      { sha: 'c', version: '1' },
    );
    expect(links(retagged)).toEqual([]);
  });

  it('a commit and a version of the same name are not', () => {
    expect(links(of({ sha: '1' }, { sha: '2' }, { version: '1' }))).toEqual([]);
  });

  it('is not known without both: whether what came back is older than that is not either', () => {
    const overUnknown = of({ version: '1' }, {}, { version: '1' });
    expect(links(overUnknown)).toEqual([]);
    expect(links(overUnknown, 'first_after_target', true)).toEqual(['redeploy: d2 blames d1']);
  });
});
