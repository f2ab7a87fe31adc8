import { describe, expect, it } from '@jest/globals';
import {
  acknowledged,
  endless,
  hostile,
  opened,
  resolved,
  spike,
} from '../notification.fixture.js';
import { evidenceInWords } from './evidence-in-words.js';
import { noticeOf } from './notice.js';

it('says what happened, to what, and why', () => {
  expect(noticeOf(opened)).toEqual({
    headline: 'Page: api in production: 6 of the last 10 deployments failed',
    course: [],
    explanation: ['Usually 12 % of its deployments fail.', 'Six of ten is five times that.'],
    facts: [
      { label: 'Service', value: 'api' },
      { label: 'Environment', value: 'production' },
      { label: 'Team', value: 'payments' },
      { label: 'Owner', value: 'group:platform' },
      { label: 'Since', value: '2026-11-20 13:00 UTC' },
      { label: 'Rule', value: 'change-failures' },
      { label: 'Severity', value: 'page' },
    ],
    numbers: [
      { label: 'usual change fail rate', value: '12 % (8 % to 17 %)' },
      { label: 'score', value: '41' },
    ],
    strip: '○○●○●●●○●●  6 of 10 deployments failed (●), oldest first',
    parts: [],
    links: [
      {
        text: 'The alert',
        url: 'https://throughline.example/dora/alerts/0123456789abcdef0123456789abcdef',
      },
      { text: 'The dashboard', url: 'https://throughline.example/dora/services/api' },
      { text: 'The runbook', url: 'https://runbooks.example/api' },
    ],
  });
});

it('says who took it on', () => {
  const { headline, course } = noticeOf(acknowledged);
  expect(headline).toBe('Taken on: api in production: 6 of the last 10 deployments failed');
  expect(course).toEqual(['Ada took it on at 2026-11-20 14:10 UTC: rolling back']);
});

it('says how it ended', () => {
  const { headline, course } = noticeOf(resolved);
  expect(headline).toBe('Resolved: api in production: 6 of the last 10 deployments failed');
  expect(course.slice(1)).toEqual([
    'It ended at 2026-11-20 16:20 UTC, after 3 h 20 min.',
    'It is back to what is usual.',
  ]);
});

it('says what is no page, and what has become one', () => {
  const alert = { ...spike, severity: 'notify' as const };
  expect(noticeOf({ ...opened, alert }).headline).toMatch(/^Alert: /);
  expect(noticeOf({ ...opened, action: 'escalated' }).headline).toMatch(/^Now a page: /);
});

it('names the parts of a common cause', () => {
  const children = [spike, { ...spike, title: 'web in production: 3 of 4 failed' }];
  expect(noticeOf({ ...opened, children }).parts).toEqual([
    'api in production: 6 of the last 10 deployments failed',
    'web in production: 3 of 4 failed',
  ]);
});

describe('links', () => {
  it('lead to the page of the team, or to the overview, where no one service is meant', () => {
    const dashboardOf = (subject: typeof spike.subject, team?: string) =>
      noticeOf({ ...opened, alert: { ...spike, subject, team } }).links[1]?.url;
    expect(dashboardOf({ team: 'pay/ments' }, 'pay/ments')).toBe(
      'https://throughline.example/dora/teams/pay%2Fments',
    );
    expect(dashboardOf({ source: 'ci' })).toBe('https://throughline.example/dora/');
  });

  it('are left out where nobody has said where the dashboard is', () => {
    expect(noticeOf({ ...opened, url: undefined }).links.map(({ text }) => text)).toEqual([
      'The runbook',
    ]);
  });

  it('run no script', () => {
    const alert = { ...spike, runbookUrl: 'javascript:alert(1)' };
    expect(noticeOf({ ...opened, alert }).links).toHaveLength(2);
  });
});

it('has no line ends and no turning of letters in any text', () => {
  const { headline, facts } = noticeOf(hostile);
  expect(headline).toBe(
    'Page: <!channel> [click](https://evil.example) **<b>&</b>** Bcc: all@example.com',
  );
  expect(facts[1]).toEqual({ label: 'Environment', value: 'prod Bcc: all@example.com' });
});

it('is bounded, and says what it leaves out', () => {
  const notice = noticeOf(endless);
  expect(JSON.stringify(notice).length).toBeLessThan(20_000);
  expect(notice.headline).toMatch(/界… \(cut\)$/);
  expect(notice.explanation.at(-1)).toBe('… and 30 more sentences');
  expect(notice.parts.at(-1)).toBe('… and 30 more parts');
  expect(notice.numbers).toHaveLength(10);
});

it.each([
  [{ value: 0.1234, unit: 'share' }, '12.3 %'],
  [{ value: 7_200, unit: 'seconds', low: 3_600, high: 10_800 }, '2 h (1 h to 3 h)'],
  [{ value: 1_204, unit: 'count' }, '1,204'],
  [{ value: -1.5, unit: 'points' }, '-1.5'],
  [{ value: 0.8, unit: 'per_year' }, '0.8 a year'],
  [{ value: 3.126, unit: 'ratio' }, '×3.13'],
] as const)('says %j as %s', (number, words) => {
  expect(evidenceInWords({ name: 'n', label: 'n', ...number })).toBe(words);
});
