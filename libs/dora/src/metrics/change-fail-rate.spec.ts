import { describe, expect, it } from '@jest/globals';
import type { Definition, FailureDefinition } from '../definitions/definition.js';
import { DEVLAKE, DORA, FOURKEYS, GITLAB } from '../definitions/definitions.js';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { FinishedDeployment, Incident } from '../facts/facts.js';
import { judged } from '../failures/evidence.fixture.js';
import type { Evidence } from '../failures/judge.js';
import { changeFailEntries, changeFailRate } from './change-fail-rate.js';

const at = (day: number, stated: Partial<FinishedDeployment> = {}) =>
  deployment({ id: `d${day}`, finishedAt: march(day), ...stated });

const having = (failure: Partial<FailureDefinition>): Definition => ({
  ...DORA,
  failure: { ...DORA.failure, ...failure },
});

const entries = (stated: Partial<Evidence>, definition = DORA) =>
  changeFailEntries(judged(stated, definition), stated.incidents ?? [], definition.failure);

const rate = (stated: Partial<Evidence>, definition = DORA) =>
  changeFailRate(entries(stated, definition));

describe('the change fail rate', () => {
  it('leaves out what was cancelled: of 12 others 2 failed, 2/12', () => {
    const fine = Array.from({ length: 10 }, (_, index) => at(index + 1));
    const deployments = [
      ...fine,
      at(15, { status: 'failed' }),
      at(16, { status: 'rolled_back' }),
      at(17, { status: 'cancelled', changeFailure: true }),
    ];
    // Wilson with k = 2, n = 12: 0.0470 to 0.4480.
    expect(rate({ deployments })).toEqual({
      failed: 2,
      deployments: 12,
      inferred: 0,
      rate: 2 / 12,
      low: expect.closeTo(0.047, 4),
      high: expect.closeTo(0.448, 4),
    });
  });

  it('says which deployments only a person clears', () => {
    const deployments = [at(1, { status: 'failed', changeFailure: false }), at(2)];
    expect(entries({ deployments }).map(({ rule }) => rule)).toEqual(['cleared', 'did_not_fail']);
    // DevLake does not listen to people, and does not count what failed to deploy.
    expect(entries({ deployments }, DEVLAKE).map(({ rule }) => rule)).toEqual([
      'status_not_counted',
      'did_not_fail',
    ]);
  });

  it('says of each deployment what it counts for', () => {
    const deployments = [
      at(1),
      at(2, { status: 'failed' }),
      at(3, { status: 'cancelled' }),
      at(4, { status: 'rolled_back' }),
    ];
    const inWords = (definition: Definition) =>
      entries({ deployments }, definition).map(({ rule }) => rule);
    expect(inWords(DORA)).toEqual(['did_not_fail', 'failed', 'status_not_counted', 'failed']);
    expect(inWords(DEVLAKE)).toEqual([
      'did_not_fail',
      'status_not_counted',
      'status_not_counted',
      'status_not_counted',
    ]);
  });

  it('is not known without deployments', () => {
    const unknown = { failed: 0, deployments: 0, inferred: 0, rate: null, low: null, high: null };
    for (const definition of [DORA, DEVLAKE, GITLAB, FOURKEYS]) {
      expect(rate({}, definition)).toEqual(unknown);
    }
    expect(rate({ deployments: [at(1, { status: 'cancelled' })] })).toEqual(unknown);
  });
});

describe('the rate without rollbacks', () => {
  // V1 came back with d3, V0 was called a rollback; V2 failed.
  const releases = ['V1', 'V2', 'V1', 'V3'].map((version, index) => at(index + 1, { version }));
  const deployments = [...releases, at(5, { version: 'V0', kind: 'rollback' })];

  it('counts those that went back neither above nor below the line', () => {
    // Failed: V2 by d3 (redeploy), V3 by d5 (rollback). Of d1 to d5 without d3 and d5: 2 of 3.
    expect(rate({ deployments })).toMatchObject({ failed: 2, deployments: 5 });
    expect(rate({ deployments }, having({ withoutRollbacks: true }))).toMatchObject({
      failed: 2,
      deployments: 3,
    });
  });

  it('leaves out a rollback that failed in its turn', () => {
    const failing = deployments.map((one) =>
      one.version === 'V0' ? { ...one, changeFailure: true } : one,
    );
    expect(rate({ deployments: failing }).failed).toBe(3);
    const without = entries({ deployments: failing }, having({ withoutRollbacks: true }));
    expect(changeFailRate(without).failed).toBe(2);
    expect(without.map(({ rule }) => rule)).toEqual([
      'did_not_fail',
      'failed',
      'went_back',
      'failed',
      'went_back',
    ]);
  });
});

describe('what was inferred', () => {
  const bad = at(1);
  const patch = deployment({ id: 'patch', kind: 'hotfix', finishedAt: march(1) + 2 * HOUR });
  const opened = (stated: Partial<Incident>) =>
    incident({ id: 'I', services: ['api'], openedAt: march(1) + HOUR, ...stated });

  it('is a failure that no one called so', () => {
    const guessed = { deployments: [bad, patch], incidents: [opened({})] };
    expect(rate(guessed)).toMatchObject({ failed: 1, inferred: 1 });
  });

  it('is none where somebody did, whatever was inferred beside that', () => {
    const said = {
      deployments: [bad, patch],
      incidents: [opened({ cause: { deploymentId: 'd1' } })],
    };
    expect(rate(said)).toMatchObject({ failed: 1, inferred: 0 });
    const judgedSo = { deployments: [{ ...bad, changeFailure: true }, patch] };
    expect(rate(judgedSo)).toMatchObject({ failed: 1, inferred: 0 });
  });
});

describe('incidents above the line', () => {
  const SHA = 'a'.repeat(40);
  const open = (id: string, stated: Partial<Incident> = {}) =>
    incident({ id, openedAt: march(3), ...stated });

  it('count for gitlab whatever they are about, and have no interval where they outnumber', () => {
    const two = { deployments: [at(1), at(2)], incidents: ['a', 'b', 'c'].map((id) => open(id)) };
    expect(rate(two, GITLAB)).toEqual({
      failed: 3,
      deployments: 2,
      inferred: 0,
      rate: 1.5,
      low: null,
      high: null,
    });
    // 2 of 2 are still a share: its interval is Wilson's.
    const equal = rate({ ...two, incidents: two.incidents.slice(1) }, GITLAB);
    expect(equal).toMatchObject({ rate: 1, high: 1, low: expect.closeTo(0.3424, 4) });
  });

  it('are divided by one where nothing was deployed', () => {
    expect(rate({ incidents: [open('a'), open('b')] }, GITLAB)).toMatchObject({
      failed: 2,
      deployments: 0,
      rate: 2,
      low: null,
      high: null,
    });
  });

  it('count for fourkeys once for each deployment that first shipped the commit they name', () => {
    const shipped = {
      deployments: [at(1), at(1, { service: 'web', id: 'w' }), at(2)],
      incidents: [open('a', { cause: { sha: SHA } }), open('b', { cause: { deploymentId: 'd2' } })],
      firstShipper: (service: string) => (service === 'web' ? 'w' : 'd1'),
    };
    // `a` twice, for d1 and for w; `b` names a deployment, which Four Keys does not read.
    expect(rate(shipped, FOURKEYS)).toMatchObject({ failed: 2, deployments: 3, rate: 2 / 3 });
    expect(entries(shipped, FOURKEYS).map(({ rule }) => rule)).toEqual([
      'counted_over',
      'counted_over',
      'counted_over',
      'incident',
      'incident',
    ]);
  });

  it('do not for fourkeys where the deployment itself does not count', () => {
    const failed = {
      deployments: [at(1, { status: 'failed', sha: SHA })],
      incidents: [open('a', { cause: { sha: SHA } })],
    };
    expect(rate(failed, FOURKEYS)).toMatchObject({ failed: 0, deployments: 0, rate: null });
  });
});
