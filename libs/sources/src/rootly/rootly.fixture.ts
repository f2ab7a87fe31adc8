import { hmacHex, type Provider } from '../provider.fixture.js';
import { rootly } from './rootly.js';

/*
 * Written after https://docs.rootly.com/configuration/event-payloads, with names of our own.
 */

export const AT = '2026-03-01T04:10:00.633-08:00';

export const INCIDENT = {
  id: 'b7eed587-50e6-44fe-b010-7a2bb05d737a',
  sequential_id: 19,
  title: 'No order goes through',
  slug: 'no-order-goes-through',
  kind: 'normal',
  private: false,
  summary: null,
  status: 'started',
  url: 'https://rootly.com/account/incidents/19-no-order-goes-through',
  severity: { id: '9f1c', name: 'SEV1', slug: 'sev1', severity: 'critical' } as object | null,
  services: [{ id: '3a5d', name: 'checkout', slug: 'checkout' }],
  environments: [{ id: '4b6e', name: 'production', slug: 'production' }],
  groups: [{ id: '5c7f', name: 'Payments', slug: 'payments' }],
  incident_types: [{ id: '6d80', name: 'Customer facing', slug: 'customer-facing' }],
  created_at: '2026-03-01T04:01:00.633-08:00',
  started_at: '2026-03-01T04:00:00.633-08:00' as string | null,
  acknowledged_at: '2026-03-01T04:05:00.633-08:00',
  mitigated_at: null,
  resolved_at: null as string | null,
  cancelled_at: null,
};

export const happened = (type: string, data: object) => ({
  event: { id: '9839c4ca-5e7b-416d-ad95-d09ae0c8eead', type, issued_at: AT },
  data,
});

export const PROVIDER: Provider = {
  source: rootly,
  proof: 'body and time',
  prove: (body, secret, at) => {
    const seconds = String(Math.floor(at / 1000));
    return { 'x-rootly-signature': `t=${seconds},v1=${hmacHex(`${seconds}${body}`, secret)}` };
  },
  examples: [
    happened('incident.created', INCIDENT),
    happened('incident.resolved', { ...INCIDENT, status: 'resolved', resolved_at: AT }),
    happened('incident.cancelled', { ...INCIDENT, status: 'cancelled', severity: null }),
    happened('alert.created', { id: '13c82722-ec52-4eda-aaa2-771f7c81c01c', source: 'pagerduty' }),
  ].map((payload) => ({ payload, headers: {} })),
};
