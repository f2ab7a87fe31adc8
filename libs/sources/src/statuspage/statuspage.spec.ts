import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { COMPONENT_UPDATE, INCIDENT, RESOLVED, told } from './statuspage.fixture.js';
import { statuspage } from './statuspage.js';

const read = (incident: object, mapping: Mapping = NO_MAPPING) =>
  statuspage.normalise(told(incident), {}, mapping);

describe('an incident of a status page', () => {
  it('is open since it was published', () => {
    expect(read(INCIDENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'statuspage',
          id: 'z3lct0r596n4',
          updatedAt: '2026-03-01T12:05:00.603Z',
          openedAt: '2026-03-01T12:05:00.507Z',
          services: ['Checkout'],
          severity: 'critical',
          title: 'No order goes through',
          url: 'https://stspg.io/646947c1e',
          labels: [],
        },
      ],
    });
  });

  it('is open since it began, where that is told', () => {
    expect(read({ ...INCIDENT, started_at: '2026-03-01T11:58:00Z' })).toMatchObject({
      events: [{ openedAt: '2026-03-01T11:58:00Z' }],
    });
  });

  it.each(['investigating', 'identified', 'monitoring'])('is open while it is %s', (status) => {
    // Of one that was opened again the time of its resolution may still be there.
    expect(read({ ...RESOLVED, status })).toMatchObject({ events: [{ resolvedAt: undefined }] });
  });

  it.each(['resolved', 'postmortem'])('is over when it is %s', (status) => {
    expect(read({ ...RESOLVED, status })).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:40:00.507Z' }],
    });
    expect(read({ ...RESOLVED, status, resolved_at: null })).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:39:00.548Z' }],
    });
    expect(read({ ...RESOLVED, status, resolved_at: null, incident_updates: [] })).toMatchObject({
      kind: 'ignored',
    });
  });

  it('is of the components that its updates name, where it names none itself', () => {
    expect(read({ ...RESOLVED, components: [] })).toMatchObject({
      events: [{ services: ['Checkout'] }],
    });
    expect(read({ ...RESOLVED, components: null, incident_updates: null })).toMatchObject({
      events: [{ services: [] }],
    });
  });

  it('is told apart by its impact, its components and its title, and withdrawn if it was told before', () => {
    for (const when of [
      { severity: ['critical'] },
      { service: ['checkout'] },
      { title: ['*order*'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      // Of one that is over it need not be known since when.
      for (const incident of [INCIDENT, { ...INCIDENT, status: 'resolved' }]) {
        expect(read(incident, mapping)).toMatchObject({
          events: [{ id: 'z3lct0r596n4', retracted: true }],
        });
      }
    }
  });
});

describe('a delivery of a status page', () => {
  it.each(['scheduled', 'in_progress', 'verifying', 'completed'])(
    'about maintenance that is %s is ignored',
    (status) => {
      expect(read({ ...INCIDENT, status })).toMatchObject({ kind: 'ignored' });
    },
  );

  it('about a component is ignored, and about nothing is refused', () => {
    expect(statuspage.normalise(COMPONENT_UPDATE, {}, NO_MAPPING)).toMatchObject({
      kind: 'ignored',
    });
    expect(statuspage.normalise({}, {}, NO_MAPPING)).toMatchObject({ kind: 'refused' });
  });

  it('is known by the newest update and when it was made', () => {
    expect(statuspage.dedupeKey(told(RESOLVED), {})).toBe(
      'z3lct0r596n4 qm8bgczn0p2o 2026-03-01T12:40:00.603Z',
    );
    expect(statuspage.dedupeKey(COMPONENT_UPDATE, {})).toBeUndefined();
  });
});
