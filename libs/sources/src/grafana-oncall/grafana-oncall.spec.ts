import { describe, expect, it } from '@jest/globals';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { NEW_GROUP, RESOLVED_GROUP } from './grafana-oncall.fixture.js';
import { grafanaOncall } from './grafana-oncall.js';

const read = (payload: object, mapping: Mapping = NO_MAPPING) =>
  grafanaOncall.normalise(payload, {}, mapping);

describe('an alert group', () => {
  it('that was resolved tells of its whole life', () => {
    expect(read(RESOLVED_GROUP)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'grafana-oncall',
          id: 'I6HNZGUFG4K11',
          updatedAt: '2026-03-01T12:30:00.714058+00:00',
          openedAt: '2026-03-01T12:00:00.231148Z',
          acknowledgedAt: '2026-03-01T12:05:00.029347Z',
          resolvedAt: '2026-03-01T12:30:00.714058Z',
          services: ['checkout'],
          severity: 'critical',
          environment: 'production',
          title: 'No order goes through',
          url: 'https://acme.grafana.net/a/grafana-oncall-app/alert-groups/I6HNZGUFG4K11',
          labels: ['service=checkout', 'severity=critical', 'env=production', 'integration=Shop'],
        },
      ],
    });
  });

  it('is open when it is new, acknowledged or silenced', () => {
    for (const state of ['new', 'acknowledged', 'silenced']) {
      const alert_group = { ...RESOLVED_GROUP.alert_group, state };
      expect(read({ ...RESOLVED_GROUP, alert_group })).toMatchObject({
        events: [{ id: 'I6HNZGUFG4K11', resolvedAt: undefined }],
      });
    }
    expect(read(NEW_GROUP)).toMatchObject({
      events: [{ updatedAt: '2026-03-01T12:00:00.231148+00:00', acknowledgedAt: null }],
    });
  });

  it('that is resolved has to tell since when', () => {
    const alert_group = { ...RESOLVED_GROUP.alert_group, resolved_at: null };
    expect(read({ ...RESOLVED_GROUP, alert_group })).toMatchObject({ kind: 'ignored' });
  });

  it('is as late as the last thing it tells of where the event has no time', () => {
    const unresolved = { ...RESOLVED_GROUP.alert_group, state: 'acknowledged', resolved_at: null };
    expect(
      read({ ...RESOLVED_GROUP, event: { type: 'unresolve' }, alert_group: unresolved }),
    ).toMatchObject({ events: [{ updatedAt: '2026-03-01T12:05:00.029347Z' }] });
    expect(read({ ...RESOLVED_GROUP, event: null })).toMatchObject({
      events: [{ updatedAt: '2026-03-01T12:30:00.714058Z' }],
    });
  });

  it('is told apart by its labels, its integration and its team', () => {
    for (const when of [
      { label: ['integration=Shop'] },
      { severity: ['critical'] },
      { team: ['Payments'] },
      { type: ['alertmanager'] },
      { service: ['checkout'] },
      { title: ['no order*'] },
    ]) {
      const mapping = { ...NO_MAPPING, incidents: [{ when, ignore: true }] };
      expect(read(NEW_GROUP, mapping)).toMatchObject({ kind: 'ignored' });
      // It may have been of another team when it was new.
      expect(read(RESOLVED_GROUP, mapping)).toMatchObject({
        events: [{ id: 'I6HNZGUFG4K11', retracted: true }],
      });
    }
  });

  it('without its times is refused', () => {
    expect(read({ alert_group: { id: 'I6HNZGUFG4K11' } })).toMatchObject({ kind: 'refused' });
    expect(read({})).toMatchObject({ kind: 'refused' });
  });
});
