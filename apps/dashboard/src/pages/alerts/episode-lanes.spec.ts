import { describe, expect, it } from '@jest/globals';
import { alertItem } from '../../alerts/alert.fixture.js';
import { lanesOf } from './episode-lanes.js';

const day = (date: number) => `2026-03-0${date}T00:00:00.000Z`;

function of(service: string, id: string, from = 1, to?: number) {
  return alertItem({
    id,
    subject: { ...alertItem().subject, service },
    startedAt: day(from),
    ...(to !== undefined && { state: 'resolved', resolvedAt: day(to), resolution: 'recovered' }),
  });
}

describe('the lanes of the timeline', () => {
  const alerts = [of('web', '1'), of('api', '2'), of('web', '3'), of('cron', '4')];
  const names = (most: number) => lanesOf(alerts, most).lanes.map(({ name }) => name);

  it('are one a service, those that fired most often first', () => {
    expect(names(3)).toEqual(['web', 'api', 'cron']);
    expect(lanesOf(alerts, 3).leftOut).toBe(0);
  });

  it('are one for what services of an environment have in common', () => {
    const cause = alertItem({
      kind: 'common-cause',
      subject: { ...alertItem().subject, service: null },
    });
    expect(lanesOf([cause], 1).lanes[0]?.name).toBe('common causes, production');
  });

  it('say how many have no place', () => {
    expect(names(2)).toEqual(['web', 'api']);
    expect(lanesOf(alerts, 2).leftOut).toBe(1);
  });

  it('have one episode after another, and what overlaps under one another', () => {
    const tracks = (...episodes: Parameters<typeof lanesOf>[0]) =>
      lanesOf(episodes, 1).lanes[0]?.tracks.map((track) => track.map(({ id }) => id).join(' '));
    expect(tracks(of('api', 'later', 3, 4), of('api', 'earlier', 1, 2))).toEqual(['earlier later']);
    expect(tracks(of('api', 'within', 2, 3), of('api', 'long', 1, 4))).toEqual(['long', 'within']);
    expect(tracks(of('api', 'after', 2, 3), of('api', 'firing', 1))).toEqual(['firing', 'after']);
    expect(tracks(of('api', 'next', 2, 3), of('api', 'first', 1, 2))).toEqual(['first next']);
  });
});
