import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { opsgenie } from './opsgenie.js';

/*
 * Written after https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/,
 * with names of our own.
 */

/** 2026-03-01T12:00:00.104Z, in milliseconds, as alerts tell when they were made. */
export const MADE = Date.UTC(2026, 2, 1, 12) + 104;
/** 2026-03-01T12:30:00.669Z, in nanoseconds, as they tell when they changed. */
export const CHANGED = (Date.UTC(2026, 2, 1, 12, 30) + 669) * 1e6;

export const ALERT = {
  tags: ['checkout', 'OverwriteQuietHours'],
  teams: ['Payments'],
  responders: [
    { id: '8418d193-2dab-4490-b331-8c02cdd196b7', type: 'team', name: 'Shop on call' },
    { id: 'daed1180-0ce8-438b-8f8e-57e1a5920a2d', type: 'user', name: 'ada@example.com' },
  ],
  message: 'No order goes through',
  username: 'ada@example.com',
  alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1772366400104',
  source: 'Prometheus',
  alias: 'high-error-rate',
  tinyId: '23',
  entity: 'checkout-db',
  createdAt: MADE,
  updatedAt: CHANGED as number | undefined,
  userId: 'daed1180-0ce8-438b-8f8e-57e1a5920a2d',
  description: 'More than 5 % of the requests fail',
  details: { service: 'checkout', env: 'production', empty: '', number: 5 } as object,
  priority: 'P1',
};

export const happened = (action: string, more: object = {}) => ({
  source: { name: '', type: 'web' },
  alert: { ...ALERT, ...more },
  action,
  integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
  integrationName: 'Throughline',
  integrationType: 'Webhook',
});

/** As it was in 2015: without priority, details and responders. */
const { priority: _p, details: _d, responders: _r, ...FORMER } = ALERT;

export const PROVIDER: Provider = {
  source: opsgenie,
  ...PROVEN_BY_BEARER,
  examples: [
    happened('Create'),
    { ...happened('Close'), alert: FORMER },
    happened('Delete'),
    { ...happened('AddNote'), alert: { ...ALERT, note: 'It is the database' } },
  ].map((payload) => ({ payload, headers: {} })),
};
