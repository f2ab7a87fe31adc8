import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../definitions/definition.js';
import { DORA } from '../definitions/definitions.js';
import { deployment, march } from '../facts/facts.fixture.js';
import type { FinishedDeployment } from '../facts/facts.js';
import { judged } from '../failures/evidence.fixture.js';
import { reworkEntries, reworkRate } from './rework-rate.js';

const entries = (
  deployments: readonly Partial<FinishedDeployment>[],
  definition: Definition = DORA,
) =>
  reworkEntries(
    judged(
      {
        deployments: deployments.map((stated, index) => deployment({ id: `d${index}`, ...stated })),
      },
      definition,
    ),
    definition,
  );

describe('rework', () => {
  it.each<[string, Partial<FinishedDeployment>, string, number]>([
    ['planned work', {}, 'planned', 0],
    ['what somebody says was planned', { unplanned: false }, 'planned', 0],
    ['unplanned work', { unplanned: true }, 'unplanned', 1],
    ['a rollback', { kind: 'rollback' }, 'kind', 1],
    ['a hotfix, planned or not', { kind: 'hotfix', unplanned: false }, 'kind', 1],
    ['what names what it fixes', { fixes: ['INC-1'] }, 'names_fix', 1],
    ['a failed attempt at it', { kind: 'hotfix', status: 'failed' }, 'kind', 1],
  ])('%s', (_name, stated, rule, rework) => {
    expect(entries([stated])).toMatchObject([{ rule }]);
    expect(reworkRate(entries([stated]))).toMatchObject({ rework, deployments: 1, rate: rework });
  });

  it('is by the signs that the definition has', () => {
    const unplannedOnly = { ...DORA, rework: { signs: ['unplanned' as const] } };
    const all = [{ unplanned: true }, { kind: 'hotfix' as const }, { fixes: ['INC-1'] }, {}];
    expect(reworkRate(entries(all, unplannedOnly))).toMatchObject({ rework: 1, deployments: 4 });
    expect(reworkRate(entries(all))).toMatchObject({ rework: 3, deployments: 4 });
  });
});

describe('the rework rate', () => {
  it('of 1 of 5, one cancelled not counted: 0.2, by Wilson 0.0362 to 0.6245', () => {
    const six = [
      { kind: 'hotfix' as const },
      ...Array.from({ length: 4 }, (_, day) => ({ finishedAt: march(day + 2) })),
      { status: 'cancelled' as const, unplanned: true },
    ];
    expect(reworkRate(entries(six))).toEqual({
      rework: 1,
      deployments: 5,
      rate: 0.2,
      low: expect.closeTo(0.0362, 4),
      high: expect.closeTo(0.6245, 4),
    });
  });

  it('has the rollbacks below the line also where the change fail rate has not', () => {
    const without = { ...DORA, failure: { ...DORA.failure, withoutRollbacks: true } };
    const rollback = [{ kind: 'rollback' as const }, {}];
    expect(reworkRate(entries(rollback, without))).toMatchObject({ rework: 1, deployments: 2 });
  });

  it('is not known without deployments', () => {
    expect(reworkRate([])).toEqual({
      rework: 0,
      deployments: 0,
      rate: null,
      low: null,
      high: null,
    });
  });
});
