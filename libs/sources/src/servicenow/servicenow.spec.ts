import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { AT, CHANGE, INCIDENT } from './servicenow.fixture.js';
import { servicenow } from './servicenow.js';

const read = (record: object, mapping: Mapping = NO_MAPPING) =>
  servicenow.normalise(record, {}, mapping);

describe('an incident of ServiceNow', () => {
  it('is open since it was opened there', () => {
    expect(read(INCIDENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'servicenow',
          id: 'INC0010001',
          updatedAt: AT,
          openedAt: '2026-03-01T12:00:00Z',
          services: ['Checkout'],
          severity: '1 - Critical',
          title: 'No order goes through',
          url: 'https://acme.service-now.com/incident.do?sys_id=9c573169c611228700193229fff72400',
          labels: [],
        },
      ],
    });
  });

  it.each(['1', '2', '3'])('is open in the state %s', (state) => {
    // Of one that was opened again the time of its resolution may still be there.
    expect(read({ ...INCIDENT, state, resolved_at: '2026-03-01T12:09:00Z' })).toMatchObject({
      events: [{ resolvedAt: undefined }],
    });
  });

  it.each(['6', '7'])('is over in the state %s', (state) => {
    const over = { ...INCIDENT, state, closed_at: '2026-03-02T12:00:00Z' };
    expect(read({ ...over, resolved_at: '2026-03-01T12:09:00Z' })).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:09:00Z' }],
    });
    expect(read(over)).toMatchObject({ events: [{ resolvedAt: '2026-03-02T12:00:00Z' }] });
    expect(read({ ...over, closed_at: null })).toMatchObject({ kind: 'ignored' });
  });

  it.each([{ state: '8' }, { operation: 'delete' }])('is withdrawn with %j', (more) => {
    const result = read({ ...INCIDENT, ...more });
    expect(result).toMatchObject({ events: [{ id: 'INC0010001', retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
  });

  it('is withdrawn when a rule ignores what it became', () => {
    const rules = { ...NO_MAPPING, incidents: [{ when: { priority: ['4 *'] }, ignore: true }] };
    const low = { ...INCIDENT, priority: '4 - Low' };
    expect(read({ ...low, operation: 'insert' }, rules)).toMatchObject({ kind: 'ignored' });
    // Of one that is over it need not be known since when.
    for (const state of ['2', '6']) {
      expect(read({ ...low, state }, rules)).toMatchObject({
        events: [{ id: 'INC0010001', updatedAt: AT, retracted: true }],
      });
    }
  });

  it('names the change that brought it about', () => {
    expect(read({ ...INCIDENT, caused_by: 'CHG0030001' })).toMatchObject({
      events: [{ causedBy: { deploymentId: 'CHG0030001' } }],
    });
  });

  it('is of the service that the catalogue knows by its configuration item', () => {
    const services = [{ name: 'checkout', knownAs: ['checkout-prod'] }];
    expect(read(INCIDENT, { ...NO_MAPPING, services })).toMatchObject({
      events: [{ services: ['checkout'] }],
    });
  });
});

describe('a change request', () => {
  const rules: Mapping = {
    ...NO_MAPPING,
    deployments: [{ when: { trigger: ['software'] }, environment: 'production', ignore: false }],
  };

  it('is a deployment where a rule says so, while the work was done', () => {
    expect(read(CHANGE)).toMatchObject({ kind: 'ignored' });
    expect(read(CHANGE, rules)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'servicenow',
          id: 'CHG0030001',
          updatedAt: AT,
          service: 'Checkout',
          environment: 'production',
          status: 'succeeded',
          startedAt: '2026-03-01T11:50:00Z',
          finishedAt: '2026-03-01T12:00:00Z',
          url: 'https://acme.service-now.com/change_request.do?sys_id=c83c5e5347c12200e0ef563dbb9a7190',
        },
      ],
    });
  });

  it.each([
    ['-1', null, 'in_progress', undefined],
    ['0', null, 'in_progress', undefined],
    ['3', 'successful', 'succeeded', '2026-03-01T12:00:00Z'],
    ['3', 'successful_issues', 'succeeded', '2026-03-01T12:00:00Z'],
    ['3', 'unsuccessful', 'failed', '2026-03-01T12:00:00Z'],
    ['4', null, 'cancelled', '2026-03-01T12:00:00Z'],
  ])('in the state %s and closed as %s is %s', (state, close_code, status, finishedAt) => {
    const result = read({ ...CHANGE, state, close_code }, rules);
    expect(result).toMatchObject({ events: [{ status }] });
    expect(result.kind === 'events' && result.events[0]?.['finishedAt']).toBe(finishedAt);
  });

  it.each([
    ['new', { state: '-5' }],
    ['scheduled', { state: '-2' }],
  ])('that is %s says nothing', (_, more) => {
    expect(read({ ...CHANGE, ...more }, rules)).toMatchObject({ kind: 'ignored' });
  });

  it('that began and was closed without saying how it went is cancelled', () => {
    for (const close_code of [null, 'a code of their own']) {
      expect(read({ ...CHANGE, close_code }, rules)).toMatchObject({
        events: [{ status: 'cancelled', finishedAt: '2026-03-01T12:00:00Z' }],
      });
    }
  });

  // It may have been told as in progress, and would be for ever.
  it.each([
    ['cancelled before the work began', { state: '4', work_start: null, work_end: null }],
    ['closed without saying how, or that it began', { close_code: null, work_start: null }],
    ['closed without saying when', { work_end: null, closed_at: null }],
  ])('is withdrawn when it is %s', (_, more) => {
    expect(read({ ...CHANGE, ...more }, rules)).toMatchObject({
      events: [{ id: 'CHG0030001', service: 'Checkout', retracted: true }],
    });
    expect(read({ ...CHANGE, ...more })).toMatchObject({ kind: 'ignored' });
  });

  it('is unplanned when it is an emergency', () => {
    expect(read({ ...CHANGE, type: 'emergency' }, rules)).toMatchObject({
      events: [{ unplanned: true }],
    });
  });

  it('is withdrawn when it is deleted', () => {
    const result = read({ ...CHANGE, operation: 'delete' }, rules);
    expect(result).toMatchObject({ events: [{ id: 'CHG0030001', retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
    expect(read({ ...CHANGE, operation: 'delete' })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a record', () => {
  it('of another table is ignored, and of none refused', () => {
    expect(read({ ...INCIDENT, table: 'problem' })).toMatchObject({ kind: 'ignored' });
    expect(read({})).toMatchObject({ kind: 'refused' });
    expect(read({ ...INCIDENT, number: undefined })).toMatchObject({ kind: 'refused' });
  });

  it('may come with the secret itself, but not beside a wrong signature', () => {
    const headers = { authorization: 'Bearer ours' };
    const delivery = { body: Buffer.from('{}'), headers, receivedAt: 0 };
    expect(servicenow.verify(delivery, ['ours']).authentic).toBe(true);
    const wrong = { ...headers, 'webhook-signature': 'v1,' };
    expect(servicenow.verify({ ...delivery, headers: wrong }, ['ours']).authentic).toBe(false);
  });
});
