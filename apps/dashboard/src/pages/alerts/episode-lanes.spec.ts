import { describe, expect, it } from '@jest/globals';
import { alertItem } from '../../alerts/alert.fixture.js';
import { lanesOf } from './episode-lanes.js';

const of = (service: string, id: string) =>
  alertItem({ id, subject: { ...alertItem().subject, service } });

describe('the lanes of the timeline', () => {
  const alerts = [of('web', '1'), of('api', '2'), of('web', '3'), of('cron', '4')];

  it('are one a service, those that fired most often first', () => {
    const { lanes, leftOut } = lanesOf(alerts, 3);
    expect(lanes.map(({ name, episodes }) => [name, episodes.map(({ id }) => id)])).toEqual([
      ['web', ['1', '3']],
      ['api', ['2']],
      ['cron', ['4']],
    ]);
    expect(leftOut).toBe(0);
  });

  it('say how many have no place', () => {
    const { lanes, leftOut } = lanesOf(alerts, 2);
    expect(lanes.map(({ name }) => name)).toEqual(['web', 'api']);
    expect(leftOut).toBe(1);
  });
});
