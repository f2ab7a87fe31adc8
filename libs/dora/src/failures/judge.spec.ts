import { describe, expect, it } from '@jest/globals';
import { DORA, GITLAB } from '../definitions/definitions.js';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { Deployment, Incident, Verdict } from '../facts/facts.js';
import { evidence, judged } from './evidence.fixture.js';
import { judge } from './judge.js';

const FAILED_AT = march(10);

/** What becomes of `bad`, which finished at {@link FAILED_AT}, among others. */
function fateOfBad(
  stated: Partial<Deployment>,
  others: readonly Deployment[] = [],
  incidents: readonly Incident[] = [],
) {
  const bad = deployment({ id: 'bad', finishedAt: FAILED_AT, ...stated });
  const fate = judged({ deployments: [bad, ...others], incidents }).find(
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

describe('a verdict', () => {
  const bad = deployment({ id: 'bad', status: 'failed', changeFailure: true });
  const verdict = (stated: Partial<Verdict>): Verdict => ({
    service: 'api',
    environment: 'production',
    deploymentId: 'bad',
    failed: false,
    by: 'mara',
    reason: 'the tests were broken, not the release',
    at: march(2),
    ...stated,
  });
  const fate = (one: Deployment, given: Verdict, definition = DORA) =>
    judged({ deployments: [one], verdicts: [given] }, definition)[0];

  it('outranks what was said when it was deployed, and all else', () => {
    const cleared = fate(bad, verdict({}));
    expect(cleared).toMatchObject({ failed: false, failureReasons: [], verdict: verdict({}) });
    // What spoke against it is kept, as doubted.
    expect(cleared?.doubted.map(({ rule }) => rule)).toEqual(['status']);
  });

  it('makes a failure of what nothing else speaks against, and is the reason for it', () => {
    const given = verdict({ failed: true });
    const condemned = fate(deployment({ id: 'bad', changeFailure: false }), given);
    expect(condemned?.failed).toBe(true);
    expect(condemned?.failureReasons).toMatchObject([
      { rule: 'verdict', confidence: 1, verdict: given },
    ]);
  });

  it('is about one service, one environment and one deployment only', () => {
    for (const other of [{ service: 'web' }, { environment: 'staging' }, { deploymentId: 'b' }]) {
      expect(fate(bad, verdict(other))?.failed).toBe(true);
      const sound = deployment({ id: 'bad' });
      expect(fate(sound, verdict({ ...other, failed: true }))?.failed).toBe(false);
    }
  });

  it('clears nothing where the definition does not listen to verdicts', () => {
    const statusOnly = { ...DORA, failure: { ...DORA.failure, rules: ['status'] as const } };
    expect(fate(bad, verdict({}), statusOnly)?.failed).toBe(true);
  });
});

describe('a link counts', () => {
  // A hotfix came after it: a guess of 0.7. An incident of its service opened after it: 0.5.
  const suspect = deployment({ id: 'suspect', finishedAt: march(1) });
  const material = {
    deployments: [
      suspect,
      deployment({ id: 'patch', kind: 'hotfix', finishedAt: march(1) + 2 * HOUR }),
    ],
    incidents: [incident({ id: 'I', services: ['api'], openedAt: march(1) + HOUR })],
  };
  const reasons = (failure: Partial<typeof DORA.failure>) => {
    const judgement = judge(evidence(material), {
      ...DORA,
      failure: { ...DORA.failure, ...failure },
    });
    const fate = judgement.deployments.find((one) => one.deployment === suspect);
    return {
      believed: fate?.failureReasons.map(({ rule }) => rule),
      doubted: fate?.doubted.map(({ rule }) => rule),
      all: judgement.links.map(({ rule }) => rule),
    };
  };

  it('when it is as sure as the definition asks for, the surest first', () => {
    const both = ['hotfix', 'window'];
    expect(reasons({ minimumConfidence: 0.5 })).toEqual({ believed: both, doubted: [], all: both });
    expect(reasons({ minimumConfidence: 0.51 })).toEqual({
      believed: ['hotfix'],
      doubted: ['window'],
      all: ['hotfix'],
    });
    expect(reasons({ minimumConfidence: 0.71 })).toEqual({ believed: [], doubted: both, all: [] });
  });

  it('when its rule is among those believed', () => {
    expect(reasons({ rules: ['window'] })).toEqual({
      believed: ['window'],
      doubted: ['hotfix'],
      all: ['window'],
    });
  });
});

describe('a deployment went back', () => {
  const releases = (kind: Deployment['kind']) =>
    ['V1', 'V2', 'V1'].map((version, index) =>
      deployment({
        id: `${version}@${index}`,
        version,
        kind: index === 2 ? kind : 'deploy',
        finishedAt: march(index + 1),
      }),
    );

  it('when an older release came with it, or its kind says so', () => {
    const went = (deployments: readonly Deployment[]) =>
      judged({ deployments }).map(({ wentBack }) => wentBack);
    expect(went(releases('deploy'))).toEqual([false, false, true]);
    expect(went(releases('rollback'))).toEqual([false, false, true]);
    expect(went([deployment({ id: 'only', kind: 'rollback' })])).toEqual([true]);
  });

  it('whether or not the definition believes that it shows a failure', () => {
    const last = judged({ deployments: releases('deploy') }, GITLAB).at(-1);
    expect(last?.wentBack).toBe(true);
  });
});

describe('a judgement', () => {
  it('says nothing of what is not over', () => {
    const running = { ...deployment({ id: 'running' }), status: 'in_progress' } as const;
    expect(judged({ deployments: [running] })).toEqual([]);
  });

  it('knows neither recovery nor rework where the definition has none', () => {
    const deployments = [deployment({ id: 'bad', status: 'failed' }), fix(1)];
    const failing = { ...GITLAB, failure: { ...DORA.failure } };
    for (const fate of judged({ deployments }, failing)) {
      expect(fate).toMatchObject({ recovery: undefined, rework: false });
    }
  });
});
