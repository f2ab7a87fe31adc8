import { REVIEW_STATES } from '@throughline/events';
import fc from 'fast-check';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Thursday, eleven days before Berlin's clocks go forward. */
export const BEGIN = Date.UTC(2026, 2, 19);
export const DAYS = 24;

const REPOSITORIES = ['acme/mono', 'acme/web'] as const;
const COMMITS = 12;
/** Deployed and named like the others, but nobody ever tells of it. */
const LAST = COMMITS;

const nothing = fc.constant(undefined);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: nothing });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 5, arbitrary: nothing });
const mostly = <T, U = T>(value: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: other });

/** Mostly whole hours, so that things coincide; else what rounding makes a difference to. */
const beside = fc.constantFrom(0, 0, 0, 30_500, 59_999, 61_000);
const hours = (most: number) =>
  fc.tuple(fc.nat(most), beside).map(([whole, after]) => whole * HOUR + after);
const moment = hours(DAYS * 24).map((after) => BEGIN + after);
const versionTime = fc.nat(30).map((days) => BEGIN + days * DAY);
/** When a commit was written, mostly: one after the other. */
const timeOf = (index: number) => BEGIN + Math.floor((index / COMMITS) * DAYS) * DAY;

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
const commitOf = (repository: number, index: number) => ({
  repository: REPOSITORIES[repository] ?? '',
  sha: shaOf(repository, index),
});
const anyCommit = fc
  .tuple(fc.nat(1), fc.nat(LAST))
  .map(([repository, index]) => commitOf(repository, index));
const shasBefore = (repository: number, index: number, maxLength: number) =>
  fc
    .uniqueArray(fc.nat(Math.max(0, index - 1)), { maxLength: index === 0 ? 0 : maxLength })
    .map((indices) => indices.map((each) => shaOf(repository, each)));

const commits = all(
  REPOSITORIES.flatMap((repository, of) =>
    Array.from({ length: COMMITS }, (_, index) =>
      told(
        { type: 'commit', repository, sha: shaOf(of, index) },
        fc
          .record({
            parents: mostly(
              fc.constant(index === 0 ? [] : [shaOf(of, index - 1)]),
              shasBefore(of, index, 3),
            ),
            authoredAt: mostly(
              hours(48).map((after) => timeOf(index) + after),
              moment,
            ),
            committedAfter: maybe(hours(60)),
            author: maybe(fc.constantFrom('ada', 'bo')),
            paths: maybe(fc.subarray(['api/a.ts', 'jobs/b.ts', 'README.md'])),
            reverts: rarely(shasBefore(of, index, 2)),
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

/** Digests, each also under a tag that moves from one to the other, and a package of no digest. */
const REFERENCES = [1, 2, 3].map((build) => `ghcr.io/acme/app:live@sha256:${shaOf(0, build)}`);
const reference = fc.constantFrom(...REFERENCES, 'ghcr.io/acme/app:live', 'pkg:npm/app@1');

const artifacts = all(
  [...REFERENCES, 'pkg:npm/app@1'].map((artifact) =>
    told(
      { type: 'artifact', artifact },
      anyCommit.chain((commit) => maybe(moment).map((builtAt) => ({ ...commit, builtAt }))),
    ),
  ),
);

/** Each of the commits that were written about when it was opened, now and then of any others. */
const changes = all(
  REPOSITORIES.flatMap((repository, of) =>
    [1, 2, 3, 4, 5].map((number) => {
      const first = 2 * number - 1;
      const sha = mostly(fc.integer({ min: first, max: first + 2 }), fc.nat(LAST)).map((index) =>
        shaOf(of, index),
      );
      return told(
        { type: 'change', repository, number },
        fc
          .record({
            author: maybe(fc.constantFrom('ada', 'bo')),
            openedAt: mostly(
              hours(72).map((after) => timeOf(first) + after),
              moment,
            ),
            commits: fc.uniqueArray(sha, { maxLength: 3 }),
            headSha: maybe(sha),
            mergeSha: maybe(sha),
            reviewedAfter: maybe(mostly(hours(30), fc.constant(-HOUR))),
            mergedAfter: maybe(hours(60)),
            closedAfter: maybe(hours(60)),
            branch: fc.constantFrom('add-a', 'Hotfix/a', 'hotfixes', `revert-${number - 1}-add`),
            title: maybe(fc.constantFrom('Add a', 'Revert "Add a"', 'Revert "Add a" again')),
            labels: rarely(fc.constantFrom(['hotfix'], ['not-a-hotfix'])),
          })
          .map(({ reviewedAfter, mergedAfter, closedAfter, openedAt, ...change }) => {
            const after = (time: number | undefined) =>
              time === undefined ? undefined : openedAt + time;
            return {
              ...change,
              openedAt,
              firstReviewAt: after(reviewedAfter),
              closedAt: after(closedAfter),
              // Never two of one moment: which of them a title means would be anybody's guess.
              mergedAt: after(mergedAfter && mergedAfter + number * 61_000),
            };
          }),
      );
    }),
  ),
);

/** Of some changes, by their authors too; now and then of a change that nobody told of. */
const reviews = all(
  REPOSITORIES.flatMap((repository) =>
    [1, 2, 3, 4, 5, 6].flatMap((number) =>
      ['a', 'b'].map((id) =>
        told(
          { type: 'review', repository, number, id },
          fc.record({
            state: fc.constantFrom(...REVIEW_STATES),
            at: moment,
            reviewer: maybe(fc.constantFrom('ada', 'bo', 'grace')),
          }),
        ),
      ),
    ),
  ),
);

/** Places do not finish at one moment, or which of them is newer would be anybody's guess. */
const OFFSETS = { production: 0, prod: 7 * 60_000, staging: 13 * 60_000 } as const;
const environment = fc.constantFrom(
  ...(['production', 'production', 'production', 'production', 'prod', 'staging'] as const),
);
const service = fc.constantFrom('api', 'api', 'api', 'api', 'api', 'api', 'jobs', 'web', 'stray');
const deploymentId = fc.integer({ min: 1, max: 14 }).map(String);

const deployment = fc
  .record({
    finishedAt: moment,
    repositoryOf: mostly(fc.constant(0), fc.constant(1)),
    /** What had been written by then, less so many; else any. */
    behind: fc.nat(3),
    any: rarely(anyCommit),
    namesCommit: mostly(fc.constant(true), fc.constant(false)),
    namesRepository: fc.boolean(),
    commits: rarely(fc.array(anyCommit, { minLength: 1, maxLength: 2 })),
    artifacts: rarely(fc.uniqueArray(reference, { minLength: 1, maxLength: 2 })),
    version: maybe(fc.constantFrom('v1', 'v2', 'v3')),
    status: fc.constantFrom(
      ...(['succeeded', 'succeeded', 'succeeded', 'succeeded', 'succeeded', 'succeeded'] as const),
      ...(['failed', 'rolled_back', 'cancelled', 'in_progress'] as const),
    ),
    kind: fc.constantFrom('deploy', 'deploy', 'deploy', 'deploy', 'deploy', 'rollback', 'hotfix'),
    unplanned: rarely(fc.boolean()),
    labels: rarely(fc.constantFrom(['HOTFIX'], ['hotfix-train'])),
    fixes: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.uniqueArray(fc.constantFrom('1', '2', '3', 'I1', 'I2'), { maxLength: 2 }),
    ),
    changeFailure: rarely(fc.boolean()),
    took: maybe(fc.nat(90).map((minutes) => minutes * 60_000)),
    // Long before the rest, so that the next one is the first for more than 60 days.
    ago: fc.constantFrom(...Array.from({ length: 12 }, () => 0), 70 * DAY),
  })
  .map(({ repositoryOf, behind, any, namesCommit, namesRepository, took, ago, ...rest }) => {
    const written = Math.floor(((rest.finishedAt - BEGIN) / (DAYS * DAY)) * COMMITS);
    const commit = any ?? commitOf(repositoryOf, Math.max(0, written - behind));
    const finishedAt = rest.finishedAt - ago;
    return {
      ...rest,
      sha: namesCommit ? commit.sha : undefined,
      repository: namesRepository ? commit.repository : undefined,
      finishedAt,
      startedAt: took === undefined ? undefined : finishedAt - took,
    };
  });

const deployments = fc
  .uniqueArray(fc.record({ service, environment, id: deploymentId }), {
    selector: (key) => Object.values(key).join(' '),
    minLength: 12,
    maxLength: 28,
    size: 'max',
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
  ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7'].map((id) =>
    told(
      { type: 'incident', source: 'pager', id },
      fc
        .record({
          services: mostly(
            fc.constant(['api']),
            fc.subarray(['api', 'web', 'unheard-of'], { maxLength: 2 }),
          ),
          environment: rarely(environment),
          openedAt: moment,
          resolvedAfter: maybe(fc.oneof(hours(60), hours(60), fc.constant(-HOUR))),
          causedBy: fc.oneof(
            nothing,
            nothing,
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
  .tuple(commits, artifacts, changes, reviews, deployments, verdicts, incidents, catalogue)
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
