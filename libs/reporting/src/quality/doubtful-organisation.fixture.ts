/**
 * An organisation of which much is wrong, once each, in March 2026. A time such as `at(10, 9)` is the
 * 10th, 09:00 UTC.
 */
export const at = (day: number, hour = 0) => Date.UTC(2026, 2, day, hour);

/** The clock of the query API. */
export const NOW = at(31);

const NAMES = ['s1', 's2', 's3', 's4', 'future', 'o2', 'o9', 'unknown'] as const;

type Name = (typeof NAMES)[number];

export const SHA = Object.fromEntries(
  NAMES.map((name, index) => [name, String(index + 1).repeat(40)]),
) as Readonly<Record<Name, string>>;

const commit = (repository: string, name: Name, parents: readonly Name[], authoredAt: number) => ({
  type: 'commit',
  repository,
  sha: SHA[name],
  parents: parents.map((parent) => SHA[parent]),
  authoredAt,
});

/** `acme/shop` begins with s1 and misses a parent of s3; of `acme/old` the beginning is not known. */
const COMMITS = [
  commit('acme/shop', 's1', [], at(-27)),
  commit('acme/shop', 's2', ['s1'], at(2)),
  commit('acme/shop', 's3', ['unknown'], at(3)),
  { ...commit('acme/shop', 's4', ['s2'], at(20)), missingBefore: 2 },
  commit('acme/shop', 'future', ['s2'], at(61)),
  commit('acme/old', 'o2', ['unknown'], at(4)),
  commit('acme/old', 'o9', ['unknown'], at(-58)),
];

const deployment = (service: string, id: string, finishedAt: number, stated: object = {}) => ({
  type: 'deployment',
  service,
  environment: 'production',
  id,
  status: 'succeeded',
  startedAt: finishedAt - 600_000,
  finishedAt,
  ...stated,
});

const shop = (name: Name) => ({ repository: 'acme/shop', sha: SHA[name] });

const BUILDS = [
  { type: 'artifact', artifact: 'ghcr.io/acme/shop:1', ...shop('s1'), builtAt: at(1, 11) },
];

/** d6 does not name its repository, and s4 was written ten days after it had shipped it; d5 finished an hour before it started, and failed. */
const DEPLOYMENTS = [
  deployment('shop', 'd1', at(1, 12), { ...shop('s1'), artifact: 'ghcr.io/acme/shop:1' }),
  deployment('shop', 'd2', at(5), { ...shop('s2'), startedAt: undefined }),
  deployment('shop', 'd3', at(6), shop('unknown')),
  deployment('shop', 'd5', at(8), { ...shop('s2'), startedAt: at(8, 1), status: 'failed' }),
  deployment('shop', 'd6', at(10, 12), { sha: SHA.s4 }),
  deployment('cron', 'd1', at(7), { artifacts: ['ghcr.io/acme/cron:1'] }),
];

/** Who releases by hand writes the environment as it looks better. */
const ELSEWHERE = [
  deployment('loose', 'e1', at(6), { environment: 'Production' }),
  deployment('shop', 'e2', at(6), { environment: 'staging' }),
  deployment('loose', 'e3', at(6, 1), { environment: 'preview' }),
  deployment('shop', 'e4', at(-20), { environment: 'pilot' }),
];

/** Every night from 20 January to 28 February, and never again. */
const NIGHTS = Array.from({ length: 40 }, (_, night) =>
  deployment('batch', `n${night}`, at(-39 + night, 2), { source: 'nightly' }),
);

const incident = (id: string, openedAt: number, stated: object = {}) => ({
  type: 'incident',
  source: 'pager',
  id,
  openedAt,
  ...stated,
});

/** `linked` names d5; `ambiguous` names d1, which two services have, and `lost` what nobody has. */
const INCIDENTS = [
  incident('linked', at(8, 2), { service: 'shop', causedBy: { deploymentId: 'd5' } }),
  incident('lost', at(9), {
    service: 'shop',
    causedBy: { deploymentId: 'no such' },
    resolvedAt: at(9, 1),
  }),
  incident('silent', at(11)),
  incident('ambiguous', at(12), { causedBy: { deploymentId: 'd1' } }),
  incident('alone', at(25), { service: 'shop', resolvedAt: at(24) }),
  incident('tomorrow', at(33)),
];

const change = (number: number, openedAt: number, mergedAt: number, stated: object) => ({
  type: 'change',
  repository: 'acme/shop',
  number,
  openedAt,
  mergedAt,
  ...stated,
});

const CHANGES = [
  change(1, at(2), at(3), { firstReviewAt: at(2, 12), commits: [SHA.s2] }),
  change(2, at(10), at(9), { commits: [SHA.unknown] }),
];

const CATALOGUE = [
  { name: 'shop', team: 'payments', repository: 'acme/shop' },
  { name: 'idle', team: 'payments' },
  { name: 'loose' },
].map((entry) => ({ type: 'service', updatedAt: at(1), ...entry }));

export const DOUBTFUL: readonly object[] = [
  ...COMMITS,
  ...BUILDS,
  ...DEPLOYMENTS,
  ...ELSEWHERE,
  ...NIGHTS,
  ...INCIDENTS,
  ...CHANGES,
  ...CATALOGUE,
];
