import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Definition } from '../definitions/definition.js';
import { BUILT_IN_DEFINITIONS, DORA } from '../definitions/definitions.js';
import { march } from '../facts/facts.fixture.js';
import { deploymentKey } from '../facts/facts.js';
import { evidence } from './evidence.fixture.js';
import { FAILURE_RULES } from './failure-rules.js';
import type { FailureLink } from './failure-link.js';
import { type Evidence, judge } from './judge.js';

// Few names and few moments, so that things meet: the same id in two places, two at one moment.
const service = fc.constantFrom('api', 'web');
const environment = fc.constantFrom('production', 'live', 'staging');
const id = fc.constantFrom('1', '2', '3', '4');
const moment = fc.integer({ min: 1, max: 6 }).map(march);
const release = fc.option(fc.constantFrom('v1', 'v2', 'v3'), { nil: undefined });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const deployments = fc.uniqueArray(
  fc.record({
    service,
    environment,
    id,
    version: release,
    sha: release,
    finishedAt: moment,
    status: fc.constantFrom(
      'succeeded' as const,
      'succeeded' as const,
      'failed' as const,
      'rolled_back' as const,
      'cancelled' as const,
      'in_progress' as const,
    ),
    kind: fc.constantFrom(
      'deploy' as const,
      'deploy' as const,
      'rollback' as const,
      'hotfix' as const,
    ),
    fixes: fc.uniqueArray(fc.constantFrom('1', '2', 'I1', 'I2'), { maxLength: 1 }),
    changeFailure: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  }),
  { selector: deploymentKey, minLength: 4, maxLength: 14 },
);

const cause = fc.oneof(
  fc.record({ deploymentId: id }),
  fc.record({ sha: fc.constantFrom('v1', 'v2') }),
  fc.record({ version: fc.constantFrom('v1', 'v2') }),
);

const incidentsOf = (services: fc.Arbitrary<string[]>) =>
  fc.uniqueArray(
    fc.record({
      source: fc.constant('pager'),
      id: fc.constantFrom('I1', 'I2', 'I3'),
      services,
      environment: maybe(environment),
      openedAt: moment,
      resolvedAt: maybe(moment),
      cause: maybe(cause),
    }),
    { selector: (one) => one.id },
  );

const verdicts = fc.uniqueArray(
  fc.record({
    service,
    environment,
    deploymentId: id,
    failed: fc.boolean(),
    by: fc.constant('mara'),
    reason: fc.constant('I was there'),
    at: moment,
  }),
  { selector: (one) => deploymentKey({ ...one, id: one.deploymentId }), maxLength: 2 },
);

const reverts = fc.array(fc.record({ service, environment, revertedId: id, revertingId: id }), {
  maxLength: 2,
});

const hotfixes = fc
  .array(fc.record({ service, environment, id }).map(deploymentKey), { maxLength: 2 })
  .map((keys) => new Set(keys));

const everything = (services: fc.Arbitrary<string[]>): fc.Arbitrary<Evidence> =>
  fc
    .record({ deployments, incidents: incidentsOf(services), verdicts, reverts, hotfixes })
    .map((stated) =>
      evidence({
        ...stated,
        production: ['production', 'live'],
        firstShipper: (of, _environment, sha) => (of === 'api' && sha === 'v1' ? '2' : undefined),
      }),
    );

const anyEvidence = everything(fc.subarray(['api', 'web']));

/** The built-in definitions, and `dora` with what only own definitions may have. */
const definition: fc.Arbitrary<Definition> = fc.constantFrom(
  ...BUILT_IN_DEFINITIONS,
  {
    ...DORA,
    failure: {
      ...DORA.failure,
      minimumConfidence: 0,
      windowSeconds: null,
      anyEarlierRelease: true,
      rollbackBlames: 'last_before_rollback' as const,
    },
  },
  { ...DORA, failure: { ...DORA.failure, rules: ['window', 'hotfix'] as const } },
);

/** A judgement without the order in which it came. */
function said(judgement: ReturnType<typeof judge>) {
  const ground = ({ rule, deployment, incident, remedy, verdict }: FailureLink) =>
    JSON.stringify([
      rule,
      deploymentKey(deployment),
      incident?.id,
      remedy && deploymentKey(remedy),
      verdict?.by,
    ]);
  return {
    deployments: judgement.deployments
      .map(({ deployment, failureReasons, doubted, recovery, ...rest }) => ({
        key: deploymentKey(deployment),
        reasons: failureReasons.map(ground).sort(),
        doubted: doubted.map(ground).sort(),
        recoveredAt: recovery?.at,
        ...rest,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    links: judgement.links.map(ground).sort(),
  };
}

describe('a judgement, whatever it rests on', () => {
  it('is the same in whatever order the evidence is given', () => {
    const shuffled = <T>(all: readonly T[]) =>
      fc.shuffledSubarray([...all], { minLength: all.length });
    const twice = anyEvidence.chain((before) =>
      fc.record({
        before: fc.constant(before),
        after: fc.record({
          deployments: shuffled(before.deployments),
          incidents: shuffled(before.incidents),
          verdicts: shuffled(before.verdicts),
          reverts: shuffled(before.reverts),
          hotfixes: shuffled([...before.hotfixes]).map((keys) => new Set(keys)),
          production: shuffled(before.production),
          firstShipper: fc.constant(before.firstShipper),
        }),
      }),
    );
    fc.assert(
      fc.property(twice, definition, ({ before, after }, by) => {
        expect(said(judge(after, by))).toEqual(said(judge(before, by)));
      }),
      { numRuns: 300 },
    );
  });

  it('is exactly as sure of each link as its rule', () => {
    fc.assert(
      fc.property(anyEvidence, definition, (given, by) => {
        const judgement = judge(given, by);
        const doubted = judgement.deployments.flatMap((one) => one.doubted);
        for (const { rule, confidence } of [...judgement.links, ...doubted]) {
          expect(confidence).toBe(FAILURE_RULES[rule].confidence);
        }
      }),
    );
  });

  it('calls failed what has a reason, and recovers nothing else', () => {
    fc.assert(
      fc.property(anyEvidence, definition, (given, by) => {
        for (const one of judge(given, by).deployments) {
          expect(one.failed).toBe(one.failureReasons.length > 0);
          if (one.recoveredAt === undefined) continue;
          expect(one.failed).toBe(true);
          expect(one.recoveredAt).toBeGreaterThanOrEqual(one.deployment.finishedAt);
        }
      }),
    );
  });

  // Two ways lead from one service to another: a fix may name an incident wherever that was, and
  // an incident that names no service is about the only deployment of the id that it names.
  it('of a service does not depend on the others, where incidents say which they are about', () => {
    const fixingDeploymentsOnly = everything(fc.subarray(['api', 'web'], { minLength: 1 })).map(
      (given) => ({
        ...given,
        deployments: given.deployments.map((one) => ({
          ...one,
          fixes: one.fixes.filter((named) => !named.startsWith('I')),
        })),
      }),
    );
    fc.assert(
      fc.property(fixingDeploymentsOnly, definition, (given, by) => {
        const ofApi = (all: Evidence) =>
          said(judge(all, by)).deployments.filter(({ key }) => key.startsWith('["api"'));
        const alone = given.deployments.filter((one) => one.service === 'api');
        expect(ofApi({ ...given, deployments: alone })).toEqual(ofApi(given));
      }),
      { numRuns: 300 },
    );
  });

  it('of an environment does not depend on one that is not production and has no incidents', () => {
    const elsewhere = anyEvidence.map((given) => ({
      ...given,
      incidents: given.incidents.filter((one) => one.environment !== 'staging'),
    }));
    fc.assert(
      fc.property(elsewhere, definition, (given, by) => {
        const ofProduction = (all: Evidence) =>
          said(judge(all, by)).deployments.filter(({ key }) => !key.includes(' staging '));
        const alone = given.deployments.filter((one) => one.environment !== 'staging');
        expect(ofProduction({ ...given, deployments: alone })).toEqual(ofProduction(given));
      }),
      { numRuns: 300 },
    );
  });
});
