import {
  BUILT_IN_DEFINITIONS,
  type Definition,
  DEVLAKE,
  DORA,
  extendDefinition,
} from '@throughline/dora';
import {
  ORACLE_DEFINITIONS,
  type OracleDefinition,
  type OracleQuestion,
} from '@throughline/testing';
import fc from 'fast-check';
import { GROUPINGS } from './metrics-parameters.js';
import { BEGIN, DAY, DAYS, HOUR } from './random-organisation.fixture.js';

export const PRODUCTION = ['production', 'prod'];
export const NOW = BEGIN + DAYS * DAY;

/** The configuration speaks of one service as events do, and of one that they do not know. */
export const CONFIGURATION = {
  web: {
    team: 'shop',
    formerly: [
      { team: 'search', until: BEGIN + 5 * DAY },
      { team: 'payments', until: BEGIN + 12 * DAY },
    ],
    repository: 'acme/web',
    paths: [],
  },
  stray: { formerly: [], paths: [] },
};

const HALF_A_DAY = 12 * 3600;

/** Definitions of a user's own, as the platform is told of them. */
const OWN: readonly Definition[] = [
  extendDefinition('sure', DORA, {
    extends: 'dora',
    leadTime: { from: 'committed', mergeCommits: true },
    failure: {
      minimumConfidence: 0.9,
      rollbackBlames: 'last_before_rollback',
      withoutRollbacks: true,
    },
    rework: { signs: ['unplanned', 'names_fix'] },
  }),
  extendDefinition('quick', DORA, {
    extends: 'dora',
    failure: {
      rules: ['window', 'redeploy', 'rollback'],
      windowSeconds: HALF_A_DAY,
      windowSecondsOf: { api: 3 * 24 * 3600 },
      rollbackBlames: 'last_before_rollback',
    },
  }),
  extendDefinition('named', DEVLAKE, {
    extends: 'devlake',
    failure: { rules: ['named_cause', 'version_match', 'window'], windowSeconds: HALF_A_DAY },
  }),
];

/** The same, in the words of the oracle. */
const OWN_ORACLES: Readonly<Record<string, OracleDefinition>> = {
  sure: {
    ...ORACLE_DEFINITIONS.dora,
    leadTime: { ...ORACLE_DEFINITIONS.dora.leadTime, from: 'committed', withMerges: true },
    minimumConfidence: 90,
    rollbackBlames: 'last_before_rollback',
    withoutRollbacks: true,
    rework: ['unplanned', 'fixes'],
  },
  quick: {
    ...ORACLE_DEFINITIONS.dora,
    rules: ['window', 'redeploy', 'rollback'],
    window: HALF_A_DAY,
    windowOf: { api: 3 * 24 * 3600 },
    rollbackBlames: 'last_before_rollback',
  },
  named: {
    ...ORACLE_DEFINITIONS.devlake,
    rules: ['named_cause', 'version_match', 'window'],
    window: HALF_A_DAY,
  },
};

export const DEFINITIONS: readonly Definition[] = [...BUILT_IN_DEFINITIONS, ...OWN];
const ORACLES: Readonly<Record<string, OracleDefinition>> = {
  ...ORACLE_DEFINITIONS,
  ...OWN_ORACLES,
};

/** A question, and the id of the definition that it is asked with. */
export type NamedQuestion = OracleQuestion & { readonly id: string };

const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 6, arbitrary: fc.constant(undefined) });

/** Any question under one definition. */
function questionUnder([id, definition]: [string, OracleDefinition]): fc.Arbitrary<NamedQuestion> {
  return fc
    .record({
      start: fc.integer({ min: -2, max: 8 }).map((day) => BEGIN + day * DAY),
      length: fc.oneof(
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 8 * 24 }).map((hours) => hours * HOUR) },
        { weight: 4, arbitrary: fc.integer({ min: 10, max: 26 }).map((days) => days * DAY) },
      ),
      groupBy: fc.constantFrom(...GROUPINGS),
      interval: fc.constantFrom('none', 'none', 'day', 'week', 'week', 'month', 'quarter'),
      timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
      environments: fc.constantFrom(
        ...[PRODUCTION, PRODUCTION, PRODUCTION, PRODUCTION, ['prod'], ['staging', 'production']],
      ),
      services: seldom(fc.constantFrom(['api'], ['web', 'stray'])),
      teams: seldom(fc.constantFrom(['payments'], ['shop', 'nobody'])),
      repositories: seldom(fc.constantFrom(['acme/mono'], ['acme/web'])),
    })
    .map(({ start, length, ...rest }) => ({
      ...rest,
      id,
      definition,
      start,
      end: start + length,
      production: PRODUCTION,
      configuration: CONFIGURATION,
      now: NOW,
    }));
}

/** One question under each definition. */
export const questions: fc.Arbitrary<NamedQuestion[]> = fc.tuple(
  ...Object.entries(ORACLES).map(questionUnder),
);

/** Three questions under the default definition. */
export const questionsUnderDora: fc.Arbitrary<NamedQuestion[]> = fc.array(
  questionUnder(['dora', ORACLE_DEFINITIONS.dora]),
  { minLength: 3, maxLength: 3 },
);

/** The address of a question. */
export function addressOf(question: NamedQuestion): string {
  const { id, start, end, interval, groupBy, timezone, ...scope } = question;
  const query = new URLSearchParams({
    definition: id,
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
