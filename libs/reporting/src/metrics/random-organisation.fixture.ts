import fc from 'fast-check';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Thursday, eleven days before Berlin's clocks go forward. */
export const BEGIN = Date.UTC(2026, 2, 19);
export const DAYS = 24;

const REPOSITORIES = ['acme/mono', 'acme/web'] as const;
const COMMITS = 10;
/** Deployed and named like the others, but nobody ever tells of them. */
const UNHEARD_OF = 1;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
/** Mostly whole hours, so that things coincide; else what rounding makes a difference to. */
const beside = fc.constantFrom(0, 0, 0, 30_500, 59_999, 61_000);
const moment = fc
  .tuple(fc.integer({ min: 0, max: DAYS * 24 }), beside)
  .map(([hours, after]) => BEGIN + hours * HOUR + after);
const later = fc.tuple(fc.nat(60), beside).map(([hours, after]) => hours * HOUR + after);
const versionTime = fc.nat(30).map((days) => BEGIN + days * DAY);

/** A thing as it was told: mostly once, else corrected, sometimes withdrawn, in whatever order. */
function told(
  identity: object,
  state: fc.Arbitrary<object>,
  withdrawal: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<object[]> {
  const version = fc.oneof(
    { weight: 8, arbitrary: state },
    { weight: 1, arbitrary: withdrawal.map((said) => ({ ...said, retracted: true })) },
  );
  const versions = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(state) },
    { weight: 2, arbitrary: fc.array(version, { minLength: 1, maxLength: 3 }) },
  );
  return versions.chain((said) =>
    fc
      .array(versionTime, { minLength: said.length, maxLength: said.length })
      .map((times) => said.map((one, index) => ({ ...identity, updatedAt: times[index], ...one }))),
  );
}

const all = (things: readonly fc.Arbitrary<object[]>[]): fc.Arbitrary<object[]> =>
  fc.tuple(...things).map((told) => told.flat());

const shaOf = (repository: number, index: number) =>
  `${repository}${index.toString(16)}`.padStart(40, '0');
const namedCommit = (repositories: fc.Arbitrary<number>) =>
  fc.tuple(repositories, fc.nat(COMMITS - 1 + UNHEARD_OF)).map(([repository, index]) => ({
    repository: REPOSITORIES[repository] ?? '',
    sha: shaOf(repository, index),
  }));
const anyCommit = namedCommit(fc.nat(REPOSITORIES.length - 1));
const before = (repository: number, index: number, maxLength: number): fc.Arbitrary<string[]> =>
  index === 0
    ? fc.constant([])
    : fc
        .uniqueArray(fc.nat(index - 1), { maxLength })
        .map((indices) => indices.map((each) => shaOf(repository, each)));

const commits = all(
  REPOSITORIES.flatMap((repository, of) =>
    Array.from({ length: COMMITS }, (_, index) =>
      told(
        { type: 'commit', repository, sha: shaOf(of, index) },
        fc
          .record({
            parents: before(of, index, 2),
            authoredAt: moment,
            committedAfter: maybe(later),
            author: maybe(fc.constantFrom('ada', 'bo')),
            paths: maybe(fc.subarray(['api/a.ts', 'jobs/b.ts', 'README.md'])),
            reverts: rarely(before(of, index, 2)),
          })
          .map(({ committedAfter, ...commit }) => ({
            ...commit,
            committedAt:
              committedAfter === undefined ? undefined : commit.authoredAt + committedAfter,
          })),
      ),
    ),
  ),
);

const changes = all(
  REPOSITORIES.flatMap((repository, of) =>
    [1, 2, 3, 4].map((number) => {
      const sha = fc.nat(COMMITS - 1 + UNHEARD_OF).map((index) => shaOf(of, index));
      return told(
        { type: 'change', repository, number },
        fc
          .record({
            openedAt: moment,
            commits: fc.uniqueArray(sha, { maxLength: 3 }),
            headSha: maybe(sha),
            mergeSha: maybe(sha),
            firstReviewAt: maybe(moment),
            mergedAfter: maybe(later),
            closedAfter: maybe(later),
            branch: fc.constantFrom('add-a', 'Hotfix/a', 'hotfixes', `revert-${5 - number}-add`),
            title: maybe(fc.constantFrom('Add a', 'Revert "Add a"', 'Revert "Add a" again')),
            labels: rarely(fc.constantFrom(['hotfix'], ['not-a-hotfix'])),
          })
          .map(({ mergedAfter, closedAfter, ...change }) => ({
            ...change,
            // Never two of one moment: which of them a title means would be anybody's guess.
            mergedAt:
              mergedAfter === undefined
                ? undefined
                : change.openedAt + mergedAfter + number * 61_000,
            closedAt: closedAfter === undefined ? undefined : change.openedAt + closedAfter,
          })),
      );
    }),
  ),
);

/** Places do not finish at one moment, or which of them is newer would be anybody's guess. */
const OFFSETS = { production: 0, prod: 7 * 60_000, staging: 13 * 60_000 } as const;
const environment = fc.constantFrom(
  ...(['production', 'production', 'production', 'prod', 'staging'] as const),
);
const service = fc.constantFrom('api', 'api', 'api', 'jobs', 'web', 'stray');
const deploymentId = fc.constantFrom('1', '2', '3', '4', '5', '6');

const deployment = fc
  .record({
    commit: maybe(fc.oneof(namedCommit(fc.constant(0)), anyCommit)),
    namesRepository: fc.boolean(),
    commits: rarely(fc.array(anyCommit, { minLength: 1, maxLength: 2 })),
    version: maybe(fc.constantFrom('v1', 'v2', 'v3')),
    status: fc.constantFrom(
      ...(['succeeded', 'succeeded', 'succeeded', 'failed', 'rolled_back'] as const),
      ...(['cancelled', 'in_progress'] as const),
    ),
    kind: fc.constantFrom('deploy', 'deploy', 'deploy', 'deploy', 'rollback', 'hotfix'),
    unplanned: maybe(fc.boolean()),
    labels: rarely(fc.constantFrom(['HOTFIX'], ['hotfix-train'])),
    fixes: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.uniqueArray(fc.constantFrom('1', '2', '3', 'I1', 'I2'), { maxLength: 2 }),
    ),
    changeFailure: rarely(fc.boolean()),
    took: maybe(fc.nat(90).map((minutes) => minutes * 60_000)),
    // Long before the rest, so that the next one is the first for more than 60 days.
    ago: fc.constantFrom(...Array.from({ length: 12 }, () => 0), 70 * DAY),
    finishedAt: moment,
  })
  .map(({ commit, namesRepository, took, ago, finishedAt, ...rest }) => ({
    ...rest,
    sha: commit?.sha,
    repository: namesRepository ? commit?.repository : undefined,
    finishedAt: finishedAt - ago,
    startedAt: took === undefined ? undefined : finishedAt - ago - took,
  }));

const deployments = fc
  .uniqueArray(fc.record({ service, environment, id: deploymentId }), {
    selector: (key) => Object.values(key).join(' '),
    minLength: 4,
    maxLength: 20,
  })
  .chain((keys) =>
    all(
      keys.map((key) =>
        told(
          { type: 'deployment', ...key },
          deployment.map(({ startedAt, finishedAt, ...said }) => ({
            ...said,
            startedAt: startedAt && startedAt + OFFSETS[key.environment],
            finishedAt:
              said.status === 'in_progress' ? undefined : finishedAt + OFFSETS[key.environment],
          })),
        ),
      ),
    ),
  );

const verdicts = fc
  .uniqueArray(fc.record({ service, environment, deploymentId }), {
    selector: (key) => Object.values(key).join(' '),
    maxLength: 6,
  })
  .chain((keys) =>
    all(
      keys.map((key) =>
        told(
          { type: 'verdict', by: 'Ada', ...key },
          fc.record({ failed: fc.boolean(), reason: fc.constant('seen'), at: moment }),
          fc.record({ at: moment }),
        ),
      ),
    ),
  );

const incidents = all(
  ['I1', 'I2', 'I3', 'I4', 'I5'].map((id) =>
    told(
      { type: 'incident', source: 'pager', id },
      fc
        .record({
          services: fc.subarray(['api', 'web', 'unheard-of'], { maxLength: 2 }),
          environment: maybe(environment),
          openedAt: moment,
          resolvedAfter: maybe(fc.oneof(later, later, fc.constant(-HOUR))),
          causedBy: maybe(
            fc.oneof(
              fc.record({ deploymentId }),
              fc.record({ version: fc.constantFrom('v1', 'v2') }),
              anyCommit.map(({ sha }) => ({ sha })),
            ),
          ),
        })
        .map(({ resolvedAfter, ...incident }) => ({
          ...incident,
          resolvedAt: resolvedAfter === undefined ? undefined : incident.openedAt + resolvedAfter,
        })),
    ),
  ),
);

const catalogue = all(
  [
    { name: 'api', repository: 'acme/mono', paths: ['api/**'] },
    { name: 'jobs', repository: 'acme/mono', paths: ['jobs/**', 'README.md/**'] },
    { name: 'web', repository: 'acme/mono' },
    { name: 'idle' },
  ].map((entry) =>
    fc.oneof(
      { weight: 1, arbitrary: fc.constant<object[]>([]) },
      {
        weight: 3,
        arbitrary: told(
          { type: 'service', name: entry.name },
          fc
            .record({ team: maybe(fc.constantFrom('payments', 'shop', 'search')) })
            .map((said) => ({ ...entry, ...said })),
        ),
      },
    ),
  ),
);

/** All that was ever told of an organisation, in the order of arrival, some of it twice. */
export const organisation: fc.Arbitrary<object[]> = fc
  .tuple(commits, changes, deployments, verdicts, incidents, catalogue)
  .map((parts): object[] => parts.flat())
  .chain((events) =>
    fc
      .tuple(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.subarray(events, { maxLength: 8 }),
        fc.integer({ min: 20, max: 120 }),
      )
      .map(([once, again, size]) => inBatches([...once, ...again], size)),
  );

/** As a consumer takes them: what arrives together comes type by type. */
function inBatches(events: readonly object[], size: number): object[] {
  const batches: object[][] = [];
  for (let start = 0; start < events.length; start += size) {
    batches.push(events.slice(start, start + size));
  }
  const typeOf = (event: object) => ('type' in event ? String(event.type) : '');
  return batches.flatMap((batch) =>
    batch.sort((a, b) => (typeOf(a) < typeOf(b) ? -1 : typeOf(a) > typeOf(b) ? 1 : 0)),
  );
}
