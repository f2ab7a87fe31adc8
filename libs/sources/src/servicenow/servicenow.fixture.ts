import { type Provider, provenByStandardWebhook } from '../provider.fixture.js';
import { servicenow } from './servicenow.js';

/*
 * As the business rule of docs/sources/servicenow.md sends them; the fields are those of the tables
 * `incident` and `change_request`.
 */

/** 2026-03-01T12:10:00.000Z */
export const AT = Date.UTC(2026, 2, 1, 12, 10);

export const INCIDENT = {
  table: 'incident',
  operation: 'update',
  at: AT,
  number: 'INC0010001',
  state: '2',
  opened_at: '2026-03-01T12:00:00Z',
  resolved_at: null as string | null,
  closed_at: null as string | null,
  short_description: 'No order goes through',
  category: 'software',
  priority: '1 - Critical',
  severity: '1 - High',
  business_service: 'Checkout',
  cmdb_ci: 'checkout-prod',
  assignment_group: 'Payments',
  caused_by: null as string | null,
  url: 'https://acme.service-now.com/incident.do?sys_id=9c573169c611228700193229fff72400',
};

export const CHANGE = {
  table: 'change_request',
  operation: 'update',
  at: AT,
  number: 'CHG0030001',
  state: '3',
  opened_at: '2026-02-27T09:00:00Z',
  closed_at: '2026-03-01T12:10:00Z',
  short_description: 'Release 42 of the checkout',
  category: 'Software',
  priority: '3 - Moderate',
  business_service: 'Checkout',
  cmdb_ci: 'checkout-prod',
  assignment_group: 'Payments',
  type: 'normal',
  work_start: '2026-03-01T11:50:00Z' as string | null,
  work_end: '2026-03-01T12:00:00Z' as string | null,
  close_code: 'successful' as string | null,
  url: 'https://acme.service-now.com/change_request.do?sys_id=c83c5e5347c12200e0ef563dbb9a7190',
};

export const PROVIDER: Provider = {
  source: servicenow,
  ...provenByStandardWebhook(),
  examples: [
    INCIDENT,
    { ...INCIDENT, state: '6', resolved_at: '2026-03-01T12:09:00Z', caused_by: 'CHG0030001' },
    { ...INCIDENT, operation: 'delete' },
    CHANGE,
    { ...CHANGE, operation: 'delete' },
    { ...INCIDENT, table: 'problem' },
  ].map((payload) => ({ payload, headers: { 'webhook-id': '9c573169-4-update' } })),
};
