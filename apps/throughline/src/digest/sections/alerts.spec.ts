import { expect, it } from '@jest/globals';
import type { Alert } from '../../answers/alert-list.js';
import { DashboardLinks } from '../dashboard-links.js';
import type { DigestView } from '../digest-view.js';
import type { Section } from '../document.js';
import { TimeWords } from '../time-words.js';
import { alerts } from './alerts.js';

const FIRING: Alert = {
  ...{ id: 'a1', rule: 'change-failures', kind: 'change-failure-spike', severity: 'page' },
  ...{ state: 'firing', title: 'api in production: 6 of the last 8 deployments failed' },
  subject: {
    ...{ service: 'api', environment: 'production' },
    ...{ team: null, source: null, deploymentId: null },
  },
  team: 'payments',
  startedAt: '2026-03-05T12:00:00.000Z',
  acknowledged: { by: 'Ada', at: '2026-03-05T12:05:00.000Z', note: null, newNormal: false },
  ...{ resolvedAt: null, resolution: null, parentId: null },
};

function sectionOf(fired: readonly Alert[] | null): Section['blocks'] {
  const view = {
    data: { alerts: fired },
    links: new DashboardLinks('https://dora.example.com', { timezone: 'UTC', from: '2026-03-02' }),
    times: new TimeWords('UTC'),
  };
  // Nothing else of a digest matters to what it says of alerts.
  return alerts(view as unknown as DigestView).blocks;
}

it('tells of each whose it is, since when, who has it and how it ended', () => {
  const over: Alert = {
    ...{ ...FIRING, id: 'a0', severity: 'notify', state: 'resolved', team: null },
    ...{ acknowledged: null, resolvedAt: '2026-03-06T14:00:00.000Z', resolution: 'recovered' },
  };
  const [table] = sectionOf([FIRING, over]);
  const link = (id: string) => ({
    text: FIRING.title,
    url: `https://dora.example.com/alerts/${id}?timezone=UTC`,
  });
  expect(table).toMatchObject({
    rows: [
      [
        [[link('a1')], ['page']],
        [['payments']],
        [[expect.stringContaining('12:00')]],
        [['fires still'], ['taken on by Ada']],
      ],
      [
        [[link('a0')], ['notify']],
        [['nobody’s']],
        [[expect.stringContaining('12:00')]],
        [['recovered after 1 d 2 h']],
      ],
    ],
  });
});

it('shows fifteen, and where the others are', () => {
  const [table, more] = sectionOf(Array.from({ length: 17 }, () => FIRING));
  expect(table).toMatchObject({ rows: { length: 15 } });
  expect(more).toMatchObject({
    content: [
      '2 more: ',
      { url: 'https://dora.example.com/alerts/history?timezone=UTC&from=2026-03-02' },
    ],
  });
});

it('says that there were none, and that a repository has none', () => {
  expect(sectionOf([])).toEqual([{ kind: 'paragraph', content: ['None.'] }]);
  expect(sectionOf(null)).toEqual([
    { kind: 'paragraph', content: [expect.stringContaining('repository')] },
  ]);
});
