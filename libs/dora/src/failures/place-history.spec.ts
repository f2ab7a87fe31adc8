import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deployment, march } from '../facts/facts.fixture.js';
import { byFinish } from '../facts/facts.js';
import { Histories } from './place-history.js';

const PLACE = { service: 'api', environment: 'production' };

describe('the history of a place', () => {
  const statuses = fc.constantFrom('succeeded' as const, 'failed' as const);
  const anyDeployments = fc
    .array(fc.record({ day: fc.integer({ min: 1, max: 8 }), status: statuses }), { maxLength: 12 })
    .map((all) =>
      all.map(({ day, status }, index) =>
        deployment({ id: `d${index}`, finishedAt: march(day), status }),
      ),
    );

  it('knows the newest before a moment, and what was there when another came', () => {
    fc.assert(
      fc.property(anyDeployments, fc.integer({ min: 1, max: 9 }), (deployments, day) => {
        const history = new Histories(deployments, ['succeeded']).of(PLACE);
        const reached = deployments.filter(({ status }) => status === 'succeeded').sort(byFinish);
        expect(history?.newestBefore(march(day))).toBe(
          reached.filter(({ finishedAt }) => finishedAt < march(day)).at(-1),
        );
        for (const one of deployments) {
          expect(history?.before(one)).toBe(
            reached.filter((other) => byFinish(other, one) < 0).at(-1),
          );
        }
      }),
    );
  });

  it('is not there where nothing was deployed', () => {
    const histories = new Histories([deployment({ id: 'd' })], ['succeeded']);
    expect(histories.of({ ...PLACE, service: 'web' })).toBeUndefined();
  });
});
