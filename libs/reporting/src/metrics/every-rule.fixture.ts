const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00Z`;
const shaOf = (index: number) => String(index).padStart(40, '0');

/** Deployments of a service a day, all of production: `d1` on the first, and so on. */
function deployed(service: string, ...states: readonly object[]): object[] {
  return states.map((state, index) => ({
    type: 'deployment',
    service,
    environment: 'production',
    id: `d${index + 1}`,
    status: 'succeeded',
    finishedAt: day(index + 1),
    ...state,
  }));
}

const incident = (service: string, opened: number, causedBy?: object) => ({
  type: 'incident',
  id: `I-${service}`,
  services: [service],
  openedAt: day(opened),
  causedBy,
});

const REPOSITORY = 'acme/revert';
const commit = (index: number, reverts: readonly string[] = []) => ({
  type: 'commit',
  repository: REPOSITORY,
  sha: shaOf(index),
  parents: index === 1 ? [] : [shaOf(index - 1)],
  authoredAt: day(1),
  reverts,
});
const at = (index: number) => ({ repository: REPOSITORY, sha: shaOf(index) });
const release = (version: string) => ({ version });

/** An organisation in which every rule shows one failure, in a service that is called so. */
export const EVERY_RULE: readonly object[] = [
  ...deployed('verdict', {}),
  {
    type: 'verdict',
    service: 'verdict',
    environment: 'production',
    deploymentId: 'd1',
    failed: true,
    reason: 'seen',
    by: 'Ada',
    at: day(2),
  },
  ...deployed('status', { status: 'failed' }),
  ...deployed('named_cause', {}, {}),
  incident('named_cause', 4, { deploymentId: 'd1' }),
  ...deployed('named_fix', {}, { fixes: ['d1'] }),
  ...[1, 2].map((index) => commit(index)),
  commit(3, [shaOf(2)]),
  ...deployed('sha_match', at(1), at(2)),
  incident('sha_match', 9, { sha: shaOf(2) }),
  // The newest that was there as it opened, also if it came at that very moment.
  ...deployed('version_match', release('1'), release('1'), release('1')),
  incident('version_match', 2, { version: '1' }),
  // To a release that was never there: what it replaced failed.
  ...deployed('rollback', release('1'), release('2'), { ...release('0'), kind: 'rollback' }),
  // V1, V2, V3, V1: the V2.
  ...deployed('redeploy', ...['1', '2', '3', '1'].map(release)),
  ...deployed('revert', at(1), at(2), at(3)),
  ...deployed('hotfix', release('1'), { ...release('2'), kind: 'hotfix' }),
  // To the very end of its 24 hours.
  ...deployed('window', {}),
  incident('window', 2),
];

/** Which deployment each rule blames, and by what: an incident or another deployment. */
export const BLAMED: readonly (readonly [string, string])[] = [
  ['hotfix production d1', 'hotfix  d2'],
  ['named_cause production d1', 'named_cause I-named_cause '],
  ['named_fix production d1', 'named_fix  d2'],
  ['redeploy production d2', 'redeploy  d4'],
  ['revert production d2', 'revert  d3'],
  ['rollback production d2', 'rollback  d3'],
  ['sha_match production d2', 'sha_match I-sha_match '],
  ['status production d1', 'status  '],
  ['verdict production d1', 'verdict  '],
  ['version_match production d2', 'version_match I-version_match '],
  ['window production d1', 'window I-window '],
];
