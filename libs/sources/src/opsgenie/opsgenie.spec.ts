import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { ALERT, happened } from './opsgenie.fixture.js';
import { opsgenie } from './opsgenie.js';

const read = (payload: object, mapping: Mapping = NO_MAPPING) =>
  opsgenie.normalise(payload, {}, mapping);

const OPENED = Date.parse('2026-03-01T12:00:00.104Z');
const LATER = Date.parse('2026-03-01T12:30:00.669Z');

describe('an alert of Opsgenie', () => {
  it('that was created is an open incident', () => {
    expect(read(happened('Create'))).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'opsgenie',
          id: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1772366400104',
          updatedAt: LATER,
          openedAt: OPENED,
          services: ['checkout'],
          environment: 'production',
          severity: 'P1',
          title: 'No order goes through',
          labels: [
            'checkout',
            'OverwriteQuietHours',
            'service=checkout',
            'env=production',
            'entity=checkout-db',
          ],
        },
      ],
    });
  });

  it.each([
    ['Acknowledge', { acknowledgedAt: LATER, resolvedAt: undefined }],
    ['UnAcknowledge', { acknowledgedAt: undefined, resolvedAt: undefined }],
    ['Close', { acknowledgedAt: undefined, resolvedAt: LATER }],
  ])('after %s is as that leaves it', (action, expected) => {
    expect(read(happened(action))).toMatchObject({
      events: [{ id: ALERT.alertId, openedAt: OPENED, updatedAt: LATER, ...expected }],
    });
  });

  it('is withdrawn when it is deleted', () => {
    const result = read(happened('Delete'));
    expect(result).toMatchObject({ events: [{ id: ALERT.alertId, retracted: true }] });
    expect(result.kind === 'events' && parseEvent(result.events[0], 0).ok).toBe(true);
  });

  it('that has not changed yet is as late as it was made, and not closed', () => {
    expect(read(happened('Create', { updatedAt: undefined }))).toMatchObject({
      events: [{ updatedAt: OPENED }],
    });
    expect(read(happened('Close', { updatedAt: undefined }))).toMatchObject({ kind: 'ignored' });
  });

  it('may tell in milliseconds when it changed', () => {
    expect(read(happened('Close', { updatedAt: LATER }))).toMatchObject({
      events: [{ resolvedAt: LATER }],
    });
  });

  it.each(['AddNote', 'AddTags', 'UpdatePriority', 'EscalateNext', 'Restart the database'])(
    'may be in any state after %s',
    (action) => {
      expect(read(happened(action))).toMatchObject({ kind: 'ignored' });
    },
  );

  it('is told apart by its priority, its tags, its details and its teams', () => {
    for (const when of [
      { priority: ['P1'] },
      { label: ['overwritequiethours'] },
      { label: ['entity=checkout-*'] },
      { team: ['Payments'] },
      { team: ['Shop on call'] },
      { environment: ['production'] },
      { title: ['*order*'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      expect(read(happened('Create'), mapping)).toMatchObject({ kind: 'ignored' });
      // It may have been another one when it was created.
      for (const action of ['Acknowledge', 'UnAcknowledge', 'Close']) {
        expect(read(happened(action), mapping)).toMatchObject({
          events: [{ id: ALERT.alertId, retracted: true }],
        });
      }
    }
  });

  it('without its id is refused', () => {
    expect(read(happened('Create', { alertId: undefined }))).toMatchObject({ kind: 'refused' });
    expect(read({})).toMatchObject({ kind: 'refused' });
  });
});
