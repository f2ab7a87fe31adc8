import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import { type Deployment, deploymentKey, type Incident } from '../facts/facts.js';
import { type Judgement, judge } from './judge.js';

const FAILED_AT = march(10);

/** What becomes of `bad`, which finished at {@link FAILED_AT}, among others. */
function fateOfBad(
  stated: Partial<Deployment>,
  others: readonly Deployment[] = [],
  incidents: readonly Incident[] = [],
) {
  const bad = deployment({ id: 'bad', finishedAt: FAILED_AT, ...stated });
  const fate = judge([bad, ...others], incidents, () => undefined).deployments.find(
    (one) => one.deployment === bad,
  );
  return {
    failed: fate?.failed,
    rules: fate?.failureReasons.map(({ rule }) => rule),
    recoveredAfter:
      fate?.recoveredAt === undefined ? undefined : (fate.recoveredAt - FAILED_AT) / HOUR,
  };
}

const fix = (hours: number, stated: Partial<Deployment> = {}) =>
  deployment({
    id: `fix-${hours}`,
    fixes: ['bad'],
    finishedAt: FAILED_AT + hours * HOUR,
    ...stated,
  });

const caused = (hours?: number, stated: Partial<Incident> = {}) =>
  incident({
    id: 'INC-1',
    openedAt: FAILED_AT,
    cause: { deploymentId: 'bad' },
    resolvedAt: hours === undefined ? undefined : FAILED_AT + hours * HOUR,
    ...stated,
  });

describe('a deployment failed', () => {
  it.each<[string, Parameters<typeof fateOfBad>, string[]]>([
    ['when a person says so', [{ changeFailure: true }], ['verdict']],
    ['when its status is failed', [{ status: 'failed' }], ['status']],
    ['when it was rolled back', [{ status: 'rolled_back' }], ['status']],
    ['when an incident names it as its cause', [{}, [], [caused()]], ['named_cause']],
    ['when a deployment names it as what it fixes', [{}, [fix(1)]], ['named_fix']],
    ['when one that failed itself meant to', [{}, [fix(1, { status: 'failed' })]], ['named_fix']],
    [
      'for all these reasons together',
      [{ status: 'failed', changeFailure: true }, [fix(1)], [caused()]],
      ['verdict', 'status', 'named_cause', 'named_fix'],
    ],
  ])('%s', (_name, question, rules) => {
    expect(fateOfBad(...question)).toMatchObject({ failed: true, rules });
  });

  it.each<[string, Parameters<typeof fateOfBad>]>([
    ['when nothing speaks against it', [{}]],
    ['when only its kind looks like trouble', [{ kind: 'hotfix', unplanned: true }]],
    ['when a fix names that id in another service', [{}, [fix(1, { service: 'web' })]]],
    ['when a fix names that id in staging', [{}, [fix(1, { environment: 'staging' })]]],
    ['when it names itself', [{ fixes: ['bad'] }]],
    [
      'when an incident of another service names that id',
      [{}, [], [caused(1, { services: ['web'] })]],
    ],
    ['when an incident names nothing', [{}, [], [caused(1, { cause: undefined })]]],
  ])('not %s', (_name, question) => {
    expect(fateOfBad(...question)).toEqual({ failed: false, rules: [], recoveredAfter: undefined });
  });

  it('not when a person says that it did not, whatever else says that it did', () => {
    const verdict = { changeFailure: false, status: 'failed' } as const;
    expect(fateOfBad(verdict, [fix(1)], [caused(2)])).toEqual({
      failed: false,
      rules: [],
      recoveredAfter: undefined,
    });
  });
});

describe('a failure is recovered', () => {
  it.each<[string, Parameters<typeof fateOfBad>, number]>([
    ['by its fix', [{}, [fix(3)]], 3],
    ['by its rollback', [{}, [fix(2, { kind: 'rollback' })]], 2],
    ['when its incident is resolved', [{}, [], [caused(4)]], 4],
    ['by what fixes its incident', [{}, [fix(5, { fixes: ['INC-1'] })], [caused()]], 5],
    [
      'by what fixes its incident from another service',
      [{}, [fix(5, { fixes: ['INC-1'], service: 'web' })], [caused()]],
      5,
    ],
    ['by the earliest of them: the incident', [{}, [fix(3), fix(2)], [caused(1)]], 1],
    ['by the earliest of them: the second fix', [{}, [fix(3), fix(2)], [caused(4)]], 2],
    ['by the earliest of several incidents', [{}, [], [caused(4), caused(2, { id: 'INC-2' })]], 2],
    [
      'by the fix that worked, not the one that failed',
      [{}, [fix(1, { status: 'failed' }), fix(2)]],
      2,
    ],
    ['at once, where a fix finished in the same moment', [{}, [fix(0)]], 0],
  ])('%s', (_name, question, hours) => {
    expect(fateOfBad(...question)).toMatchObject({ failed: true, recoveredAfter: hours });
  });

  it.each<[string, Parameters<typeof fateOfBad>]>([
    ['while nothing ended it', [{ status: 'failed' }, [], [caused()]]],
    ['by what ended before it began', [{}, [fix(-1)], [caused(-2)]]],
    ['by a fix that is not there yet', [{}, [fix(1, { status: 'in_progress' })]]],
    ['by a fix that was cancelled', [{}, [fix(1, { status: 'cancelled' })]]],
    [
      'by a fix of its incident in staging',
      [{}, [fix(1, { fixes: ['INC-1'], environment: 'staging' })], [caused()]],
    ],
    ['by itself', [{ status: 'failed', fixes: ['bad'] }]],
    ['by naming its own incident', [{ fixes: ['INC-1'] }, [], [caused()]]],
    [
      'by whatever is deployed next',
      [{ status: 'failed' }, [deployment({ id: 'next', finishedAt: march(11) })]],
    ],
  ])('not %s', (_name, question) => {
    expect(fateOfBad(...question)).toMatchObject({ failed: true, recoveredAfter: undefined });
  });
});

describe('a judgement', () => {
  it('says nothing of what is not over', () => {
    const running = { ...deployment({ id: 'running' }), status: 'in_progress' } as const;
    expect(judge([running], [], () => undefined).deployments).toEqual([]);
  });

  const place = { service: fc.constantFrom('api', 'web'), environment: fc.constantFrom('p', 's') };
  const id = fc.constantFrom('1', '2', '3', '4');
  const moment = fc.integer({ min: 1, max: 6 }).map(march);
  const version = fc.option(fc.constantFrom('v1', 'v2'), { nil: undefined });
  const deployments = fc.uniqueArray(
    fc.record({
      ...place,
      id,
      version,
      sha: version,
      finishedAt: moment,
      status: fc.constantFrom('succeeded', 'failed', 'cancelled', 'in_progress'),
      kind: fc.constantFrom('deploy', 'rollback'),
      fixes: fc.uniqueArray(fc.constantFrom('1', '2', 'I1', 'I2'), { maxLength: 2 }),
      changeFailure: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
    }),
    { selector: deploymentKey, maxLength: 12 },
  );
  const incidents = fc.uniqueArray(
    fc.record({
      source: fc.constant('pager'),
      id: fc.constantFrom('I1', 'I2', 'I3'),
      services: fc.subarray(['api', 'web']),
      environment: fc.option(place.environment, { nil: undefined }),
      openedAt: moment,
      resolvedAt: fc.option(moment, { nil: undefined }),
      cause: fc.option(
        fc.oneof(
          fc.record({ deploymentId: id }),
          fc.record({ sha: fc.constantFrom('v1', 'v2') }),
          fc.record({ version: fc.constantFrom('v1', 'v2') }),
        ),
        { nil: undefined },
      ),
    }),
    { selector: (one) => one.id },
  );

  const verdicts = (judgement: Judgement) =>
    judgement.deployments
      .map(({ deployment, failureReasons, ...rest }) => ({
        key: deploymentKey(deployment),
        reasons: failureReasons
          .map(({ rule, incident, fix }) => [rule, incident?.id, fix && deploymentKey(fix)].join())
          .sort(),
        ...rest,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));

  it('is the same in whatever order the facts are given', () => {
    const shuffled = fc.tuple(deployments, incidents).chain(([d, i]) =>
      fc.record({
        before: fc.constant({ d, i }),
        after: fc.record({
          d: fc.shuffledSubarray(d, { minLength: d.length }),
          i: fc.shuffledSubarray(i, { minLength: i.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ before, after }) => {
        const first = (service: string) => (service === 'api' ? '2' : undefined);
        expect(verdicts(judge(after.d, after.i, first))).toEqual(
          verdicts(judge(before.d, before.i, first)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
