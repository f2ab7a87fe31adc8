import { describe, expect, it } from '@jest/globals';
import { parseEvent, serialiseEvent, versionOf } from '@throughline/events';
import { NO_MAPPING } from '../mapping/mapping.js';
import { cdevents } from './cdevents.js';
import { cdEventOf } from './examples.fixture.js';

/** Which of two things that are said of one thing wins. */
function version(event: object): bigint {
  const result = cdevents.normalise(event, {}, NO_MAPPING);
  const parsed = parseEvent(result.kind === 'events' ? result.events[0] : undefined, 0);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return versionOf(parsed.event, serialiseEvent(parsed.event));
}

const BEGAN = { openedAt: '2026-03-01T10:00:00Z' };

const saying = (type: string, time: string, content: object, customData?: object) => {
  const event = cdEventOf(`${type}.0.3.0`, '42', content, customData);
  return { ...event, context: { ...event.context, timestamp: `2026-03-01T${time}:00Z` } };
};

const incident = (type: string, time: string, customData?: object) =>
  saying(`incident.${type}`, time, { service: { id: 'web' } }, customData);

const ticket = (type: string, time: string, customData?: object) =>
  saying(`ticket.${type}`, time, { ticketType: 'incident' }, customData);

const change = (type: string, time: string, customData?: object) =>
  saying(`change.${type}`, time, { repository: { id: 'acme/shop' } }, customData);

describe('an end', () => {
  it.each<[string, ...object[]]>([
    [
      'an incident',
      incident('detected', '10:00'),
      incident('reported', '10:30', BEGAN),
      incident('resolved', '10:20', BEGAN),
    ],
    [
      'a ticket',
      ticket('created', '10:00'),
      ticket('updated', '10:05', BEGAN),
      ticket('updated', '12:00', BEGAN),
      ticket('closed', '11:00', BEGAN),
    ],
    [
      'a change that was merged',
      change('created', '10:00'),
      change('updated', '10:05', BEGAN),
      change('updated', '12:00', BEGAN),
      change('merged', '11:00', BEGAN),
    ],
    [
      'a change that was given up',
      change('updated', '12:00', BEGAN),
      change('abandoned', '11:00', BEGAN),
    ],
  ])('of %s is not undone by what is said later, which wins by its time', (_what, ...inOrder) => {
    const versions = inOrder.map(version);
    expect(versions).toEqual([...versions].sort((one, other) => (one < other ? -1 : 1)));
  });

  it('is undone by what begins after it', () => {
    const again = version(incident('detected', '13:00'));
    expect(again).toBeGreaterThan(version(incident('resolved', '10:20', BEGAN)));
  });
});

it('is refused, not thrown over, for a beginning that is no time', () => {
  for (const openedAt of ['soon', 1e300, -1]) {
    expect(() => version(change('updated', '12:00', { openedAt }))).toThrow(/openedAt/);
  }
});
