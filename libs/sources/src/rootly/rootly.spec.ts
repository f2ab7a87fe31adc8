import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { AT, happened, INCIDENT } from './rootly.fixture.js';
import { rootly } from './rootly.js';

const read = (type: string, data: object, mapping: Mapping = NO_MAPPING) =>
  rootly.normalise(happened(type, data), {}, mapping);

describe('an incident of Rootly', () => {
  it('is open since it started', () => {
    expect(read('incident.created', INCIDENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'rootly',
          id: 'b7eed587-50e6-44fe-b010-7a2bb05d737a',
          updatedAt: '2026-03-01T04:10:00.633-08:00',
          openedAt: '2026-03-01T04:00:00.633-08:00',
          acknowledgedAt: '2026-03-01T04:05:00.633-08:00',
          services: ['checkout'],
          environment: 'production',
          severity: 'SEV1',
          title: 'No order goes through',
          url: 'https://rootly.com/account/incidents/19-no-order-goes-through',
          labels: [],
        },
      ],
    });
    expect(read('incident.created', { ...INCIDENT, started_at: null })).toMatchObject({
      events: [{ openedAt: '2026-03-01T04:01:00.633-08:00' }],
    });
  });

  it.each([
    ['incident.updated', 'in_triage'],
    ['incident.acknowledged', 'acknowledged'],
    ['incident.mitigated', 'mitigated'],
  ])('after %s is open while it is %s', (type, status) => {
    // Of one that was opened again the time of its resolution may still be there.
    expect(read(type, { ...INCIDENT, status, resolved_at: AT })).toMatchObject({
      events: [{ resolvedAt: undefined }],
    });
  });

  it.each(['resolved', 'closed', 'completed'])('is over when it is %s', (status) => {
    expect(read('incident.updated', { ...INCIDENT, status, resolved_at: AT })).toMatchObject({
      events: [{ resolvedAt: AT }],
    });
    expect(read('incident.updated', { ...INCIDENT, status })).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['incident.cancelled', 'cancelled'],
    ['incident.updated', 'cancelled'],
    ['incident.deleted', 'started'],
  ])('is withdrawn by %s while it is %s', (type, status) => {
    const result = read(type, { ...INCIDENT, status });
    expect(result).toMatchObject({ events: [{ id: INCIDENT.id, retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
  });

  it.each(['test', 'normal_sub', 'example_sub', 'scheduled'])('of the kind %s is none', (kind) => {
    expect(read('incident.created', { ...INCIDENT, kind })).toMatchObject({ kind: 'ignored' });
  });

  it('is told apart by its type, its severity, its team and its environment', () => {
    for (const when of [
      { type: ['customer *'] },
      { severity: ['sev1'] },
      { team: ['Payments'] },
      { environment: ['production'] },
      { service: ['checkout'] },
      { title: ['*order*'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      expect(read('incident.created', INCIDENT, mapping)).toMatchObject({ kind: 'ignored' });
      for (const [type, status] of [
        ['incident.updated', 'started'],
        ['incident.mitigated', 'mitigated'],
        // Of one that is over it need not be known since when.
        ['incident.resolved', 'resolved'],
      ] as const) {
        expect(read(type, { ...INCIDENT, status }, mapping)).toMatchObject({
          events: [{ id: INCIDENT.id, retracted: true }],
        });
      }
    }
  });
});

describe('a delivery of Rootly', () => {
  it.each(['incident.scheduled.created', 'incident_post_mortem.created', 'alert.created'])(
    'of the event %s is ignored',
    (type) => {
      expect(read(type, INCIDENT)).toMatchObject({ kind: 'ignored' });
    },
  );

  it('without its event or its incident is refused', () => {
    expect(rootly.normalise({}, {}, NO_MAPPING)).toMatchObject({ kind: 'refused' });
    expect(read('incident.created', {})).toMatchObject({ kind: 'refused' });
  });

  it('is known by the id of its event', () => {
    expect(rootly.dedupeKey(happened('incident.created', INCIDENT), {})).toBe(
      '9839c4ca-5e7b-416d-ad95-d09ae0c8eead',
    );
    expect(rootly.dedupeKey({}, {})).toBeUndefined();
  });
});
