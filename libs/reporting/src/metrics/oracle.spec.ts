import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventOf, oracleMetrics, type OracleQuestion } from '@throughline/testing';
import fc from 'fast-check';
import { QueryApi } from '../query-api.fixture.js';
import { GROUPINGS } from './metrics-parameters.js';
import type { MetricsAnswer } from './metrics-row.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Thursday, eleven days before Berlin's clocks go forward. */
const BEGIN = Date.UTC(2026, 2, 19);
const DAYS = 24;

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production', 'prod'],
    services: {},
    now: () => BEGIN + DAYS * DAY,
  });
});

afterAll(async () => {
  await api.stop();
});

const REPOSITORIES = ['acme/mono', 'acme/web'];
const sha = (repository: number, index: number) =>
  `${repository}${index.toString(16)}`.padStart(40, '0');

const moment = fc.integer({ min: 0, max: DAYS * 24 }).map((hours) => BEGIN + hours * HOUR);
const repositoryAndCommit = fc.tuple(fc.nat(1), fc.nat(11));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const commits = fc
  .tuple(
    ...REPOSITORIES.map(() =>
      fc.array(
        fc.record({
          parents: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
          authoredAt: moment,
          paths: maybe(fc.subarray(['api/a.ts', 'jobs/b.ts', 'README.md'])),
        }),
        { minLength: 12, maxLength: 12 },
      ),
    ),
  )
  .map((histories) =>
    histories.flatMap((history, repository) =>
      history.map(({ parents, authoredAt, paths }, index) => ({
        type: 'commit',
        repository: REPOSITORIES[repository],
        sha: sha(repository, index),
        // A parent comes before its child.
        parents: parents
          .filter((parent) => parent < index)
          .map((parent) => sha(repository, parent)),
        authoredAt,
        paths,
      })),
    ),
  );

const deployments = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      service: fc.constantFrom('api', 'jobs', 'web', 'stray'),
      environment: fc.constantFrom('production', 'production', 'prod', 'staging'),
      commit: maybe(repositoryAndCommit),
      namesRepository: fc.boolean(),
      version: maybe(fc.constantFrom('v1', 'v2')),
      status: fc.constantFrom(
        'succeeded',
        'succeeded',
        'failed',
        'rolled_back',
        'cancelled',
        'in_progress',
      ),
      kind: fc.constantFrom('deploy', 'deploy', 'rollback', 'hotfix'),
      unplanned: maybe(fc.boolean()),
      fixes: fc.uniqueArray(fc.constantFrom('1', '2', '3', 'I1', 'I2'), { maxLength: 1 }),
      changeFailure: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
      finishedAt: moment,
    }),
    {
      selector: ({ service, environment, id }) => `${service} ${environment} ${id}`,
      minLength: 4,
      maxLength: 18,
    },
  )
  .map((drawn) =>
    drawn.map(({ commit, namesRepository, finishedAt, status, ...rest }) => ({
      ...rest,
      type: 'deployment',
      status,
      startedAt: finishedAt - HOUR,
      finishedAt: status === 'in_progress' ? undefined : finishedAt,
      sha: commit && sha(...commit),
      repository: commit && namesRepository ? REPOSITORIES[commit[0]] : undefined,
    })),
  );

const incidents = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('I1', 'I2', 'I3', 'I4'),
      services: fc.subarray(['api', 'web', 'unheard-of'], { maxLength: 2 }),
      environment: maybe(fc.constantFrom('production', 'prod', 'staging')),
      openedAt: moment,
      resolvedAfter: maybe(fc.nat(90)),
      causedBy: maybe(
        fc.oneof(
          fc.record({ deploymentId: fc.constantFrom('1', '2', '3') }),
          fc.record({ version: fc.constantFrom('v1', 'v2') }),
          fc.record({ sha: repositoryAndCommit.map((named) => sha(...named)) }),
        ),
      ),
    }),
    { selector: ({ id }) => id },
  )
  .map((drawn) =>
    drawn.map(({ resolvedAfter, ...rest }) => ({
      ...rest,
      type: 'incident',
      source: 'pager',
      resolvedAt: resolvedAfter === undefined ? undefined : rest.openedAt + resolvedAfter * HOUR,
    })),
  );

const catalogue = fc
  .subarray([
    { name: 'api', team: 'payments', repository: 'acme/mono', paths: ['api/**'] },
    { name: 'jobs', team: 'payments', repository: 'acme/mono', paths: ['jobs/**', 'README.md/**'] },
    { name: 'web', team: 'shop', repository: 'acme/web' },
    { name: 'idle', team: 'idlers' },
  ])
  .map((entries) => entries.map((entry) => ({ type: 'service', updatedAt: BEGIN, ...entry })));

const organisation = fc
  .tuple(commits, deployments, incidents, catalogue)
  .map((parts): object[] => parts.flat());

const question = fc.record({
  start: fc.integer({ min: -2, max: 8 }).map((day) => BEGIN + day * DAY),
  length: fc.integer({ min: 1, max: 22 * 24 }).map((hours) => hours * HOUR),
  interval: fc.constantFrom('none', 'day', 'week', 'month', 'quarter'),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
  environments: fc.constantFrom(['production', 'prod'], ['prod'], ['staging'], ['staging', 'prod']),
  services: fc.option(fc.constantFrom(['api'], ['web', 'stray']), { nil: undefined, freq: 2 }),
  teams: fc.option(fc.constantFrom(['payments'], ['shop', 'nobody']), { nil: undefined, freq: 1 }),
  repositories: fc.option(fc.constantFrom(['acme/mono'], ['acme/web']), {
    nil: undefined,
    freq: 1,
  }),
});

/** The address of a question. */
function addressOf({ start, end, interval, groupBy, timezone, ...scope }: OracleQuestion): string {
  const query = new URLSearchParams({
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    interval,
    groupBy,
    timezone,
    environment: scope.environments.join(','),
    ...(scope.services && { service: scope.services.join(',') }),
    ...(scope.teams && { team: scope.teams.join(',') }),
    ...(scope.repositories && { repository: scope.repositories.join(',') }),
  });
  return `/v1/metrics?${query.toString()}`;
}

/** The engine and the oracle add up in different orders: what differs in the tenth digit is the same. */
function rounded(rows: unknown): unknown {
  return JSON.parse(JSON.stringify(rows), (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value,
  );
}

describe('the metrics of any organisation', () => {
  it('are what the events say, for every question', async () => {
    const questions = fc.tuple(...GROUPINGS.map(() => question));
    await fc.assert(
      fc.asyncProperty(organisation, questions, async (inputs, drawn) => {
        await api.forget();
        await api.record(inputs);
        const events = inputs.map((input) => eventOf(input));
        for (const [index, { length, start, ...rest }] of drawn.entries()) {
          const asked: OracleQuestion = {
            ...rest,
            groupBy: GROUPINGS[index] ?? 'none',
            start,
            end: start + length,
            production: ['production', 'prod'],
          };
          const { status, body } = await api.ask<MetricsAnswer>(addressOf(asked));
          expect(status).toBe(200);
          expect(rounded(body.rows)).toEqual(rounded(oracleMetrics(events, asked)));
        }
      }),
      // What is found is worth more than the smallest form of it, which takes many runs of the engine.
      { numRuns: 12, interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);
});
