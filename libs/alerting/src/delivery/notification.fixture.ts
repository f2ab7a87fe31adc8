import type { Alert } from '@throughline/dora';
import type { Notification } from './notification.js';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);

/** Six of the last ten deployments of `api` failed, and somebody is to be woken. */
export const spike: Alert = {
  id: '0123456789abcdef0123456789abcdef',
  rule: 'change-failures',
  kind: 'change-failure-spike',
  subject: { service: 'api', environment: 'production' },
  team: 'payments',
  owner: 'group:platform',
  tier: 1,
  runbookUrl: 'https://runbooks.example/api',
  severity: 'page',
  startedAt: at('13:00:00'),
  lastEventAt: at('14:02:30'),
  title: 'api in production: 6 of the last 10 deployments failed',
  explanation: ['Usually 12 % of its deployments fail.', 'Six of ten is five times that.'],
  evidence: {
    numbers: [
      {
        name: 'baseline_rate',
        label: 'usual change fail rate',
        value: 0.12,
        unit: 'share',
        low: 0.08,
        high: 0.17,
      },
      { name: 'score', label: 'score', value: 41, unit: 'points' },
    ],
    deployments: Array.from('○○●○●●●○●●', (mark, index) => ({
      id: `d${index}`,
      finishedAt: at(`13:0${index}:00`),
      failed: mark === '●',
      ...(mark === '●' ? { failedAt: at(`13:1${index}:00`) } : {}),
      reasons: mark === '●' ? ['status'] : [],
    })),
  },
  state: 'firing',
  openedAt: at('14:02:31'),
  revision: 1,
};

export const opened: Notification = {
  id: 'f0e1d2c3b4a5968778695a4b3c2d1e0f',
  action: 'opened',
  alert: spike,
  children: [],
  url: 'https://throughline.example/dora/alerts/0123456789abcdef0123456789abcdef',
};

export const acknowledged: Notification = {
  ...opened,
  id: '11111111111111111111111111111111',
  action: 'acknowledged',
  alert: {
    ...spike,
    acknowledged: { by: 'Ada', at: at('14:10:00'), note: 'rolling back', newNormal: false },
    revision: 2,
  },
};

export const resolved: Notification = {
  ...opened,
  id: '22222222222222222222222222222222',
  action: 'resolved',
  alert: {
    ...acknowledged.alert,
    state: 'resolved',
    resolvedAt: at('16:20:00'),
    resolution: 'recovered',
    revision: 3,
  },
};

/** What docs/alert-delivery.md shows how it is sent. */
export const documented: Notification = {
  ...opened,
  url: 'https://throughline.example/alerts/0123456789abcdef0123456789abcdef',
  alert: {
    ...spike,
    title: 'api in production: 2 of the last 3 deployments failed',
    explanation: ['Usually 12 % of its deployments fail.'],
    evidence: {
      numbers: spike.evidence.numbers.slice(0, 1),
      deployments: spike.evidence.deployments.slice(1, 4).map((deployment, index) => ({
        ...deployment,
        failed: index > 0,
        failedAt: index > 0 ? deployment.finishedAt + 60_000 : undefined,
        reasons: index > 0 ? ['status'] : [],
      })),
    },
  },
};

/** Every text of it is what somebody would write who wants to be more than text. */
export const hostile: Notification = {
  ...opened,
  alert: {
    ...spike,
    subject: { service: '<!channel> @everyone', environment: 'prod\r\nBcc: all@example.com' },
    runbookUrl: 'https://runbooks.example/"><script>|<!here>',
    title: '<!channel> [click](https://evil.example) **<b>&</b>**\r\nBcc: all@example.com\u202e',
    explanation: ['<img src=x onerror="alert(1)"> & <@U123> `rm`'],
  },
};

/** Longer than what any receiver takes, in letters that take three bytes each. */
export const endless: Notification = {
  ...opened,
  alert: {
    ...spike,
    subject: { service: '界'.repeat(5000) },
    title: '界'.repeat(5000),
    explanation: Array.from({ length: 40 }, () => '界'.repeat(5000)),
    evidence: {
      ...spike.evidence,
      numbers: Array.from({ length: 40 }, (_none, index) => ({
        name: `n${index}`,
        label: '界'.repeat(5000),
        value: index,
        unit: 'count' as const,
      })),
    },
    kind: 'common-cause',
  },
  children: Array.from({ length: 40 }, (_none, index) => ({
    ...spike,
    id: String(index),
    title: '界'.repeat(5000),
  })),
};
