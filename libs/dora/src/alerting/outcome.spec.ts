import { describe, expect, it } from '@jest/globals';
import { deployment, HOUR, incident, march } from '../facts/facts.fixture.js';
import type { Verdict } from '../facts/facts.js';
import { type Evidence } from '../failures/judge.js';
import { judged } from '../failures/evidence.fixture.js';
import { outcomesOf } from './outcome.js';

const outcomes = (stated: Partial<Evidence>) => outcomesOf(judged(stated));

/** What becomes of the deployment `1`, which finished on the first of March. */
const outcome = (stated: Partial<Evidence>) =>
  outcomes({ deployments: [deployment({ id: '1' })], ...stated }).find(({ id }) => id === '1');

const verdict = (stated: Partial<Verdict>): Verdict => ({
  service: 'api',
  environment: 'production',
  deploymentId: '1',
  failed: true,
  by: 'mara',
  reason: 'I was there',
  at: march(3),
  ...stated,
});

const blaming = (openedAt: number) =>
  incident({ id: 'I', services: ['api'], openedAt, cause: { deploymentId: '1' } });

describe('the outcome of a deployment', () => {
  it('is clean where nothing shows a failure', () => {
    expect(outcome({})).toEqual({ id: '1', finishedAt: march(1), reasons: [] });
  });

  it('is known at once where its status says it', () => {
    const failed = outcome({ deployments: [deployment({ id: '1', status: 'failed' })] });
    expect(failed).toMatchObject({ failedAt: march(1), reasons: ['status'] });
  });

  it('is known at once where what deployed it said that the change failed', () => {
    const failed = outcome({ deployments: [deployment({ id: '1', changeFailure: true })] });
    expect(failed).toMatchObject({ failedAt: march(1), reasons: ['verdict'] });
  });

  it('is known when somebody says so', () => {
    expect(outcome({ verdicts: [verdict({})] })).toMatchObject({ failedAt: march(3) });
  });

  it('is known when the incident opens', () => {
    expect(outcome({ incidents: [blaming(march(2))] })).toMatchObject({
      failedAt: march(2),
      reasons: ['named_cause'],
    });
  });

  it('is not known before the deployment had finished', () => {
    expect(outcome({ incidents: [blaming(march(1) - HOUR)] })).toMatchObject({
      failedAt: march(1),
    });
  });

  it('is known when what mends it finishes, or begins where it has not finished', () => {
    const fix = deployment({ id: '2', fixes: ['1'], startedAt: march(4), finishedAt: march(5) });
    const begun = { ...fix, status: 'in_progress' as const, finishedAt: undefined };
    const of = (second: Evidence['deployments'][number]) =>
      outcome({ deployments: [deployment({ id: '1' }), second] });
    expect(of(fix)).toMatchObject({ failedAt: march(5), reasons: ['named_fix'] });
    expect(of(begun)).toMatchObject({ failedAt: march(4), reasons: ['named_fix'] });
  });

  it('is known by the earliest of what shows it, and has every reason once, surest first', () => {
    const shown = outcome({
      verdicts: [verdict({ at: march(9) })],
      incidents: [blaming(march(4)), { ...blaming(march(2)), id: 'J' }],
    });
    expect(shown).toMatchObject({ failedAt: march(2), reasons: ['named_cause', 'verdict'] });
  });

  it('is clean at all times once a person has cleared it', () => {
    const cleared = outcome({
      verdicts: [verdict({ failed: false, at: march(9) })],
      incidents: [blaming(march(2))],
    });
    expect(cleared).toEqual({ id: '1', finishedAt: march(1), reasons: [] });
  });
});

describe('outcomes', () => {
  it('are of the deployments that count in a change fail rate', () => {
    const of = (id: string, status: 'succeeded' | 'failed' | 'rolled_back' | 'cancelled') =>
      deployment({ id, status });
    const counted = outcomes({
      deployments: [
        of('a', 'succeeded'),
        of('b', 'failed'),
        of('c', 'rolled_back'),
        of('d', 'cancelled'),
      ],
    });
    expect(counted.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are in the order in which deployments finished, then of their ids', () => {
    const deployments = [
      deployment({ id: 'b', finishedAt: march(2) }),
      deployment({ id: 'a', finishedAt: march(2) }),
      deployment({ id: 'c', finishedAt: march(1) }),
    ];
    expect(outcomes({ deployments }).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
