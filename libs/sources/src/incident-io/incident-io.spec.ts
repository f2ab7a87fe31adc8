import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { provenByStandardWebhook } from '../provider.fixture.js';
import {
  created,
  FOLLOW_UP,
  INCIDENT,
  PRIVATE,
  RESOLVED_AT,
  status,
  statusUpdated,
  updated,
} from './incident-io.fixture.js';
import { incidentIo } from './incident-io.js';

const read = (payload: object, mapping: Mapping = NO_MAPPING) =>
  incidentIo.normalise(payload, {}, mapping);

describe('an incident of incident.io', () => {
  it('is open since it was reported', () => {
    expect(read(created(INCIDENT))).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'incident-io',
          id: '01FDAG4SAP5TYPT98WGR2N7W91',
          updatedAt: '2026-03-01T12:40:00.801578Z',
          openedAt: '2026-03-01T12:01:00Z',
          acknowledgedAt: '2026-03-01T12:05:00Z',
          services: ['checkout', 'payments'],
          environment: 'production',
          severity: 'Critical',
          title: 'No order goes through',
          url: 'https://app.incident.io/acme/incidents/123',
          labels: [
            'Affected services=checkout',
            'Affected services=payments',
            'Environment=production',
          ],
        },
      ],
    });
  });

  it('is open since its impact started, where somebody said when that was', () => {
    const impact = {
      incident_timestamp: { name: 'Impact started at' },
      value: { value: '2026-03-01T11:58:00Z' },
    };
    const values = [...INCIDENT.incident_timestamp_values, impact];
    expect(read(created({ ...INCIDENT, incident_timestamp_values: values }))).toMatchObject({
      events: [{ openedAt: '2026-03-01T11:58:00Z' }],
    });
    expect(read(created({ ...INCIDENT, incident_timestamp_values: [] }))).toMatchObject({
      events: [{ openedAt: '2026-03-01T12:02:00.801578Z' }],
    });
  });

  it.each(['triage', 'live', 'paused'])('is open while it is of the category %s', (category) => {
    expect(read(statusUpdated('triage', category))).toMatchObject({
      events: [{ openedAt: '2026-03-01T12:01:00Z', resolvedAt: undefined }],
    });
  });

  it.each(['learning', 'closed'])('is resolved by the update that makes it %s', (category) => {
    expect(read(statusUpdated('live', category))).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:40:00.801578Z' }],
    });
    const values = [RESOLVED_AT];
    const told = { ...INCIDENT, incident_timestamp_values: values };
    expect(read(statusUpdated('live', category, told))).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:39:00Z' }],
    });
  });

  it('does not become resolved later by what happens to it afterwards', () => {
    expect(read(statusUpdated('learning', 'closed'))).toMatchObject({ kind: 'ignored' });
    const closed = { ...INCIDENT, incident_status: status('closed') };
    expect(read(updated(closed))).toMatchObject({ kind: 'ignored' });
    expect(read(updated({ ...closed, incident_timestamp_values: [RESOLVED_AT] }))).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:39:00Z' }],
    });
  });

  it.each(['declined', 'merged', 'canceled'])('is withdrawn when it is %s', (category) => {
    const result = read(statusUpdated('triage', category));
    expect(result).toMatchObject({ events: [{ id: INCIDENT.id, retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
  });

  it.each(['test', 'tutorial', 'stream'])('of the mode %s is none', (mode) => {
    expect(read(created({ ...INCIDENT, mode }))).toMatchObject({ kind: 'ignored' });
  });

  it('is told apart by its type, its severity and its fields', () => {
    for (const when of [
      { type: ['Production'] },
      { severity: ['critical'] },
      { label: ['Environment=prod*'] },
      { service: ['payments'] },
      { environment: ['production'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      expect(read(created(INCIDENT), mapping)).toMatchObject({ kind: 'ignored' });
      // Of one that is over it need not be known since when.
      const closed = { ...INCIDENT, incident_status: status('closed') };
      for (const later of [
        updated(INCIDENT),
        statusUpdated('triage', 'live'),
        statusUpdated('live', 'closed'),
        updated(closed),
        statusUpdated('learning', 'closed'),
      ]) {
        expect(read(later, mapping)).toMatchObject({
          events: [{ id: INCIDENT.id, retracted: true }],
        });
      }
    }
  });
});

describe('a delivery of incident.io', () => {
  it.each([
    ['of a private incident', PRIVATE],
    ['of a follow-up', FOLLOW_UP],
    ['of nothing we know', { event_type: 'public_incident.incident_sung_v1' }],
  ])('%s is ignored', (_, payload) => {
    expect(read(payload)).toMatchObject({ kind: 'ignored' });
  });

  it('without its kind or its incident is refused', () => {
    expect(read({})).toMatchObject({ kind: 'refused' });
    expect(read({ event_type: 'public_incident.incident_created_v2' })).toMatchObject({
      kind: 'refused',
    });
  });

  it('may have the headers of before the standard', () => {
    const { prove, secret = '' } = provenByStandardWebhook('svix');
    const headers = prove('{}', secret, 1_000_000);
    const delivery = { body: Buffer.from('{}'), headers, receivedAt: 1_000_000 };
    expect(incidentIo.verify(delivery, [secret]).authentic).toBe(true);
    const both = { ...headers, 'webhook-signature': 'v1,' };
    expect(incidentIo.verify({ ...delivery, headers: both }, [secret]).authentic).toBe(false);
    expect(incidentIo.dedupeKey({}, headers)).toBe('msg_1');
  });
});
