/**
 * A small organisation, from which the tests derive every number by hand. All of it is in March
 * 2026; a time such as `at(10, 9)` is the 10th, 09:00 UTC.
 *
 * `acme/mono` holds two services, told apart by their folders:
 *
 *     a1 ── a2 ── a3 ── m ── a5      a2: api/, a3: web/, a4: api/ and web/, a5: api/
 *             └── a4 ──┘             m: the merge of a3 and a4; a1: says nothing of files
 *
 * `acme/jobs` holds `jobs`, whose deployments never name the repository: j1 ── j2.
 */
export const at = (day: number, hour = 0, minute = 0) => Date.UTC(2026, 2, day, hour, minute);

export const SHA = Object.fromEntries(
  ['a1', 'a2', 'a3', 'a4', 'm', 'a5', 'j1', 'j2'].map((name, index) => [
    name,
    String(index + 1).repeat(40),
  ]),
) as Readonly<Record<'a1' | 'a2' | 'a3' | 'a4' | 'm' | 'a5' | 'j1' | 'j2', string>>;

type Name = keyof typeof SHA;

const commit = (
  repository: string,
  name: Name,
  parents: Name[],
  when: number,
  paths?: string[],
) => ({
  type: 'commit',
  repository,
  sha: SHA[name],
  parents: parents.map((parent) => SHA[parent]),
  authoredAt: when,
  paths,
});

const COMMITS = [
  commit('acme/mono', 'a1', [], at(1)),
  commit('acme/mono', 'a2', ['a1'], at(2), ['api/main.ts']),
  commit('acme/mono', 'a3', ['a2'], at(3), ['web/index.html']),
  commit('acme/mono', 'a4', ['a2'], at(4), ['api/main.ts', 'web/index.html']),
  commit('acme/mono', 'm', ['a3', 'a4'], at(5)),
  commit('acme/mono', 'a5', ['m'], at(12), ['api/main.ts']),
  commit('acme/jobs', 'j1', [], at(1)),
  commit('acme/jobs', 'j2', ['j1'], at(6)),
];

const deployment = (service: string, id: string, finishedAt: number, stated: object) => ({
  type: 'deployment',
  service,
  environment: 'production',
  id,
  status: 'succeeded',
  startedAt: finishedAt - 600_000,
  finishedAt,
  ...stated,
});

const mono = (name: Name) => ({ repository: 'acme/mono', sha: SHA[name] });

/** Deployments of `api`: the baseline, a fine one, one that failed, and its hotfix. */
const API = [
  deployment('api', '1', at(2, 12), mono('a2')),
  deployment('api', '2', at(5, 12), { ...mono('m'), version: '2.0', url: 'https://ci.example/2' }),
  deployment('api', '3', at(10), { ...mono('m'), status: 'failed' }),
  deployment('api', '4', at(10, 2), { ...mono('m'), kind: 'hotfix', fixes: ['3'] }),
];

/** Deployments of `web`: the baseline and one that an incident goes back to. */
const WEB = [
  deployment('web', '1', at(3, 12), mono('a3')),
  deployment('web', '2', at(6), mono('m')),
];

/** Deployments of `jobs`: the baseline, a cancelled one, one to staging, and one under way. */
const JOBS = [
  deployment('jobs', '1', at(2), { sha: SHA.j1 }),
  deployment('jobs', '2', at(7), { sha: SHA.j2, status: 'cancelled' }),
  deployment('jobs', '3', at(8), { sha: SHA.j2, environment: 'staging' }),
  deployment('jobs', '4', at(9), {
    sha: SHA.j2,
    status: 'in_progress',
    startedAt: at(9),
    finishedAt: undefined,
  }),
];

const INCIDENTS = [
  {
    type: 'incident',
    source: 'pager',
    id: 'INC-1',
    service: 'web',
    environment: 'production',
    severity: 'high',
    openedAt: at(6, 1),
    acknowledgedAt: at(6, 2),
    resolvedAt: at(6, 4),
    causedBy: { deploymentId: '2' },
    title: 'Checkout is blank',
  },
  // Says neither of which service nor where.
  { type: 'incident', source: 'pager', id: 'INC-2', openedAt: at(11) },
];

const CHANGE = {
  type: 'change',
  repository: 'acme/mono',
  number: 7,
  title: '=cmd() "quoted"',
  openedAt: at(4, 1),
  firstReviewAt: at(4, 3),
  mergedAt: at(5),
  commits: [SHA.a4],
  headSha: SHA.a4,
  mergeSha: SHA.m,
};

/** One that touches both services, one that waits, and one that touches `api` alone. */
const CHANGES = [
  CHANGE,
  {
    ...CHANGE,
    number: 8,
    title: undefined,
    openedAt: at(12),
    firstReviewAt: undefined,
    mergedAt: at(13),
    commits: [SHA.a5],
    headSha: SHA.a5,
    mergeSha: undefined,
  },
  {
    ...CHANGE,
    number: 6,
    openedAt: at(2, 1),
    firstReviewAt: undefined,
    mergedAt: at(2, 2),
    commits: [SHA.a2],
    headSha: SHA.a2,
    mergeSha: undefined,
  },
];

const CATALOGUE = [
  { name: 'api', team: 'payments', repository: 'acme/mono', paths: ['api/**'] },
  { name: 'web', team: '=shop, "web"', repository: 'acme/mono', paths: ['web/**'] },
  { name: 'jobs', team: 'payments', repository: 'acme/jobs' },
].map((entry) => ({ type: 'service', updatedAt: at(1), ...entry }));

export const ORGANISATION: readonly object[] = [
  ...COMMITS,
  ...API,
  ...WEB,
  ...JOBS,
  ...INCIDENTS,
  ...CHANGES,
  ...CATALOGUE,
];

/** Midnight after the last thing that happened: the clock of the query API. */
export const NOW = at(15);
