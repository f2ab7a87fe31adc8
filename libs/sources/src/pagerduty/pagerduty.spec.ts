import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { hmacHex } from '../provider.fixture.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { FORMER_INCIDENT, happened, INCIDENT, NOTE, PING } from './pagerduty.fixture.js';
import { pagerduty } from './pagerduty.js';

const AT = '2026-03-01T12:10:00.123Z';

const read = (type: string, data: object, mapping: Mapping = NO_MAPPING) =>
  pagerduty.normalise(happened(type, AT, data), {}, mapping);

describe('an incident of PagerDuty', () => {
  it('is open from the time it was made', () => {
    expect(read('incident.triggered', INCIDENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'pagerduty',
          id: 'PGR0VU2',
          updatedAt: '2026-03-01T12:10:00.123Z',
          openedAt: '2026-03-01T12:00:00Z',
          title: 'No order goes through',
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
          services: ['Checkout API'],
          severity: 'P1',
          labels: [],
        },
      ],
    });
  });

  it.each([
    ['incident.acknowledged', 'acknowledged', { acknowledgedAt: AT, resolvedAt: undefined }],
    ['incident.unacknowledged', 'triggered', { acknowledgedAt: undefined, resolvedAt: undefined }],
    ['incident.reopened', 'triggered', { acknowledgedAt: undefined, resolvedAt: undefined }],
    ['incident.priority_updated', 'acknowledged', { severity: 'P1', resolvedAt: undefined }],
    ['incident.service_updated', 'triggered', { services: ['Checkout API'] }],
    ['incident.escalated', 'triggered', { resolvedAt: undefined }],
    ['incident.resolved', 'resolved', { acknowledgedAt: undefined, resolvedAt: AT }],
  ])('after %s is %s', (type, status, expected) => {
    expect(read(type, { ...INCIDENT, status })).toMatchObject({
      events: [{ openedAt: '2026-03-01T12:00:00Z', updatedAt: AT, ...expected }],
    });
  });

  it('stays resolved when it gets a priority afterwards, if the delivery knows since when', () => {
    const resolved = { ...INCIDENT, status: 'resolved' };
    expect(read('incident.priority_updated', resolved)).toMatchObject({ kind: 'ignored' });
    expect(
      read('incident.priority_updated', { ...resolved, resolved_at: '2026-03-01T12:05:00Z' }),
    ).toMatchObject({ events: [{ resolvedAt: '2026-03-01T12:05:00Z' }] });
  });

  it('is withdrawn when it is merged into another', () => {
    const merged = {
      ...INCIDENT,
      status: 'resolved',
      resolve_reason: { type: 'merge_resolve_reason' },
    };
    const result = read('incident.resolved', merged);
    expect(result).toMatchObject({ events: [{ id: 'PGR0VU2', retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
  });

  it('is withdrawn when a rule ignores what it became', () => {
    const rules = { ...NO_MAPPING, incidents: [{ when: { priority: ['P5'] }, ignore: true }] };
    const lower = { ...INCIDENT, priority: { id: 'PX', summary: 'P5' } };
    for (const [type, status] of [
      ['incident.priority_updated', 'triggered'],
      ['incident.acknowledged', 'acknowledged'],
      ['incident.resolved', 'resolved'],
      // Lowered when it was over: the delivery does not tell since when, and need not.
      ['incident.priority_updated', 'resolved'],
    ] as const) {
      expect(read(type, { ...lower, status }, rules)).toMatchObject({
        events: [{ id: 'PGR0VU2', updatedAt: AT, retracted: true }],
      });
    }
    expect(read('incident.triggered', lower, rules)).toMatchObject({ kind: 'ignored' });
  });

  it('without the time it was made is never taken: what resolves it could not be told', () => {
    for (const [type, status] of [
      ['incident.triggered', 'triggered'],
      ['incident.acknowledged', 'acknowledged'],
      ['incident.resolved', 'resolved'],
    ] as const) {
      expect(read(type, { ...FORMER_INCIDENT, status })).toMatchObject({ kind: 'ignored' });
    }
  });

  it('is told apart by whatever PagerDuty knows of it', () => {
    const services = [{ name: 'checkout', knownAs: ['pf9kmxh'] }];
    for (const when of [
      { service: ['PF9KMXH'] },
      { service: ['checkout *'] },
      { priority: ['P1'] },
      { urgency: ['high'] },
      { team: ['Payments'] },
      { type: ['major_incident'] },
      { title: ['*order*'] },
    ]) {
      const rules = { ...NO_MAPPING, services, incidents: [{ when, ignore: true }] };
      expect(read('incident.triggered', INCIDENT, rules)).toMatchObject({ kind: 'ignored' });
    }
    expect(read('incident.triggered', INCIDENT, { ...NO_MAPPING, services })).toMatchObject({
      events: [{ services: ['checkout'] }],
    });
  });
});

describe('a delivery of PagerDuty', () => {
  it('that carries no incident is ignored', () => {
    expect(pagerduty.normalise(PING, {}, NO_MAPPING)).toMatchObject({ kind: 'ignored' });
    expect(read('incident.annotated', NOTE)).toMatchObject({ kind: 'ignored' });
    expect(read('service.updated', { id: 'PF9KMXH', type: 'service' })).toMatchObject({
      kind: 'ignored',
    });
  });

  it('is refused without what it has to carry', () => {
    expect(pagerduty.normalise({}, {}, NO_MAPPING)).toMatchObject({ kind: 'refused' });
    expect(read('incident.triggered', { type: 'incident' })).toMatchObject({ kind: 'refused' });
  });

  it('is known by the id of what happened', () => {
    expect(pagerduty.dedupeKey(PING, {})).toBe('01CH754SM17TWPE2V2H4VPBRO7');
    expect(pagerduty.dedupeKey({ event: {} }, {})).toBeUndefined();
  });

  it('may carry the signatures of two secrets, of which one is ours', () => {
    const body = '{}';
    const [ours, other] = [hmacHex(body, 'ours'), hmacHex(body, 'other')];
    const verify = (signature: string) =>
      pagerduty.verify(
        {
          body: Buffer.from(body),
          headers: { 'x-pagerduty-signature': signature },
          receivedAt: 0,
        },
        ['ours'],
      ).authentic;
    expect(verify(`v1=${other},v1=${ours}`)).toBe(true);
    expect(verify(`v1=${ours}, v1=${other}`)).toBe(true);
    expect(verify(`v1=${other}`)).toBe(false);
    expect(verify(`v2=${ours}`)).toBe(false);
    expect(verify(`v1=${ours}00`)).toBe(false);
    expect(verify(ours)).toBe(false);
  });
});
