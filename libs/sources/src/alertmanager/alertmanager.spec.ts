import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { FIRING, notification, RESOLVED } from './alertmanager.fixture.js';
import { alertmanager } from './alertmanager.js';

const read = (alerts: readonly object[], mapping: Mapping = NO_MAPPING) =>
  alertmanager.normalise(notification(...alerts), {}, mapping);

describe('an alert', () => {
  it('that fires is an open incident', () => {
    expect(read([FIRING])).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'alertmanager',
          id: '1a30ba71cca2921f-2026-03-01T12:00:00.123456789Z',
          updatedAt: '2026-03-01T12:00:00.123456789Z',
          openedAt: '2026-03-01T12:00:00.123456789Z',
          services: ['checkout'],
          environment: 'production',
          severity: 'page',
          title: 'No order goes through',
          url: 'https://prometheus.example.com/graph?g0.expr=up+%3D%3D+0&g0.tab=1',
          labels: [
            'alertname=HighErrorRate',
            'service=checkout',
            'severity=page',
            'env=production',
            'team=payments',
          ],
        },
      ],
    });
  });

  it('is the same incident when it is resolved, and another one when it fires again', () => {
    const again = { ...FIRING, startsAt: '2026-03-01T13:00:00Z' };
    expect(read([RESOLVED, again])).toMatchObject({
      events: [
        {
          id: '1a30ba71cca2921f-2026-03-01T12:00:00.123456789Z',
          openedAt: '2026-03-01T12:00:00.123456789Z',
          resolvedAt: '2026-03-01T12:30:00Z',
          updatedAt: '2026-03-01T12:30:00Z',
        },
        { id: '1a30ba71cca2921f-2026-03-01T13:00:00Z', resolvedAt: undefined },
      ],
    });
  });

  it.each([
    ['2026-03-01T12:00:00.123456789Z', '2026-03-01T12:00:00.123456789Z'],
    ['2026-03-01T13:00:00.123456789+01:00', '2026-03-01T12:00:00.123456789Z'],
    ['2026-02-28T23:30:00-12:30', '2026-03-01T12:00:00Z'],
    ['2026-03-01T12:00:00+00:00', '2026-03-01T12:00:00Z'],
    ['yesterday', 'yesterday'],
  ])('that started at %s is known by %s, in whatever time zone it was told', (startsAt, known) => {
    expect(read([{ ...FIRING, startsAt }])).toMatchObject({
      events: [{ id: `1a30ba71cca2921f-${known}`, openedAt: startsAt }],
    });
  });

  it('that is resolved has to tell since when', () => {
    expect(read([{ ...RESOLVED, endsAt: undefined }])).toMatchObject({ kind: 'ignored' });
  });

  it('that is resolved and lasted no time does not tell which one it was', () => {
    const { endsAt } = RESOLVED;
    for (const startsAt of [endsAt, '2026-03-01T13:30:00+01:00', '2026-03-01T12:30:01Z']) {
      expect(read([{ ...RESOLVED, startsAt }])).toMatchObject({
        kind: 'ignored',
        reason: expect.stringContaining('alertRuleUseFiredAtForStartsAt'),
      });
    }
    expect(read([{ ...RESOLVED, startsAt: endsAt }, FIRING])).toMatchObject({
      events: [{ openedAt: FIRING.startsAt, resolvedAt: undefined }],
    });
  });

  it('without a summary has the name of its rule, and without labels nothing else', () => {
    const bare = { ...FIRING, annotations: {}, labels: { alertname: 'HighErrorRate' } };
    expect(read([bare])).toMatchObject({ events: [{ title: 'HighErrorRate', services: [] }] });
    expect(read([{ ...bare, labels: null }])).toMatchObject({
      events: [{ title: undefined, labels: [] }],
    });
  });

  it('prefers the label environment to env', () => {
    const labels = { ...FIRING.labels, environment: 'staging' };
    expect(read([{ ...FIRING, labels }])).toMatchObject({ events: [{ environment: 'staging' }] });
  });

  it('is told apart by its labels, its severity, its team and its title', () => {
    for (const when of [
      { label: ['alertname=HighErrorRate'] },
      { severity: ['page'] },
      { environment: ['prod*'] },
      { team: ['payments'] },
      { title: ['*order*'] },
      { service: ['checkout'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      expect(read([FIRING], mapping)).toMatchObject({ kind: 'ignored' });
    }
    const rule = { when: { label: ['job={service}'] }, ignore: false };
    const labels = { job: 'web' };
    expect(
      read([{ ...FIRING, labels }, FIRING], { ...NO_MAPPING, incidents: [rule] }),
    ).toMatchObject({ events: [{ services: ['web'] }, { services: ['checkout'] }] });
  });

  it.each([
    ['of an unknown status', { status: 'suppressed' }, 'ignored'],
    ['without a fingerprint', { fingerprint: undefined }, 'refused'],
    ['without a start', { startsAt: undefined }, 'refused'],
  ])('%s says nothing', (_, more, kind) => {
    expect(read([{ ...FIRING, ...more }])).toMatchObject({ kind });
  });
});
