import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { gitlab } from './gitlab.js';
import { INCIDENT } from './payloads.fixture.js';

const at = (time: string) => Date.parse(`2026-03-01T${time}Z`);

function issue(attributes: object, more: object = {}, mapping: Mapping = NO_MAPPING) {
  const object_attributes = { ...INCIDENT.object_attributes, ...attributes };
  return gitlab.normalise({ ...INCIDENT, ...more, object_attributes }, {}, mapping);
}

const LABEL = { id: 1, title: 'Incident' };

describe('an incident', () => {
  it.each(['work_item', 'issue'])('is one, as %s', (object_kind) => {
    expect(issue({}, { object_kind })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'gitlab',
          id: 'acme/shop#23',
          services: ['shop'],
          severity: 'high',
          openedAt: at('12:00:00.500'),
          updatedAt: at('12:30:00'),
          title: 'Nobody can pay',
          url: 'https://gitlab.example.com/acme/shop/-/issues/23',
          labels: ['payments'],
        },
      ],
    });
  });

  it('is resolved when it is closed, and open when it is opened again', () => {
    const closed_at = '2026-03-01T12:29:59.000Z';
    expect(issue({ state: 'closed', closed_at })).toMatchObject({
      events: [{ resolvedAt: at('12:29:59') }],
    });
    expect(issue({ state: 'closed' })).toMatchObject({ events: [{ resolvedAt: at('12:30:00') }] });
    expect(issue({ state: 'opened', closed_at })).toMatchObject({
      events: [{ resolvedAt: undefined }],
    });
  });

  it('has no severity where nobody said one', () => {
    expect(issue({ severity: 'unknown' })).toMatchObject({ events: [{ severity: undefined }] });
  });

  it('may be an issue by its label', () => {
    expect(issue({ type: 'Issue' }, { labels: [LABEL] })).toMatchObject({ kind: 'events' });
    expect(issue({ type: 'Issue' })).toMatchObject({ kind: 'ignored' });
  });

  it('is withdrawn when it loses the label, or goes to another project', () => {
    const withdrawn = {
      events: [{ id: 'acme/shop#23', retracted: true, services: ['shop'] }],
    };
    const unlabelled = { changes: { labels: { previous: [LABEL], current: [] } }, labels: [] };
    expect(issue({ type: 'Issue' }, unlabelled)).toMatchObject(withdrawn);
    expect(issue({ state: 'closed', moved_to_id: 302 })).toMatchObject(withdrawn);
  });

  it('is what the rules say', () => {
    const rules: Mapping = {
      ...NO_MAPPING,
      incidents: [
        { when: { severity: ['low'] }, ignore: true },
        { when: { title: ['{service}: *'] }, environment: 'live', ignore: false },
      ],
    };
    expect(issue({ severity: 'low' }, {}, rules)).toMatchObject({ kind: 'ignored' });
    expect(issue({ type: 'Issue', title: 'Cart: empty' }, {}, rules)).toMatchObject({
      events: [{ services: ['Cart'], environment: 'live' }],
    });
    const changes = { severity: { previous: 'high', current: 'low' } };
    expect(issue({ severity: 'low' }, { changes }, rules)).toMatchObject({
      events: [{ retracted: true }],
    });
    const retitled = { title: { previous: 'Cart: empty', current: 'Cart' } };
    expect(issue({ type: 'Issue', title: 'Cart' }, { changes: retitled }, rules)).toMatchObject({
      events: [{ retracted: true, services: ['Cart'] }],
    });
  });
});
