import { hmacHex, type Provider } from '../provider.fixture.js';
import { pagerduty } from './pagerduty.js';

/*
 * Written after https://developer.pagerduty.com/docs/webhooks-overview, with names of our own.
 */

const reference = (id: string, type: string, summary: string) => ({
  id,
  type: `${type}_reference`,
  self: `https://api.pagerduty.com/${type}s/${id}`,
  html_url: `https://acme.pagerduty.com/${type}s/${id}`,
  summary,
});

export const INCIDENT = {
  id: 'PGR0VU2',
  type: 'incident',
  self: 'https://api.pagerduty.com/incidents/PGR0VU2',
  html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
  number: 2,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2026-03-01T12:00:00Z',
  title: 'No order goes through',
  service: reference('PF9KMXH', 'service', 'Checkout API'),
  assignees: [reference('PTUXL6G', 'user', 'Ada')],
  escalation_policy: reference('PUS0KTE', 'escalation_policy', 'Default'),
  teams: [reference('PFCVPS0', 'team', 'Payments')],
  priority: reference('PSO75BM', 'priority', 'P1'),
  urgency: 'high',
  conference_bridge: null,
  resolve_reason: null as object | null,
  incident_type: { name: 'major_incident' },
};

export function happened(type: string, at: string, data: object) {
  return {
    event: {
      id: `01BWDWL3NYY7LUFPZCC28QU${type.length}`,
      event_type: type,
      resource_type: type.split('.')[0],
      occurred_at: at,
      agent: reference('PTUXL6G', 'user', 'Ada'),
      client: null,
      data,
    },
  };
}

/** The payload of 2021 named neither the time it was made nor the kind of the incident. */
const { created_at: _at, incident_type: _type, ...FORMER } = INCIDENT;
export const FORMER_INCIDENT = FORMER;

export const NOTE = {
  id: 'PWL7QXS',
  type: 'incident_note',
  content: 'It is the database',
  incident: reference('PGR0VU2', 'incident', 'No order goes through'),
};

export const PING = {
  event: {
    id: '01CH754SM17TWPE2V2H4VPBRO7',
    event_type: 'pagey.ping',
    resource_type: 'pagey',
    occurred_at: '2026-03-01T12:00:00.000Z',
    agent: null,
    client: null,
    data: { type: 'ping', message: 'Hello from your friend Pagey!' },
  },
};

const at = '2026-03-01T12:10:00.123Z';

export const PROVIDER: Provider = {
  source: pagerduty,
  proof: 'body',
  prove: (body, secret) => ({ 'x-pagerduty-signature': `v1=${hmacHex(body, secret)}` }),
  examples: [
    happened('incident.triggered', at, INCIDENT),
    happened('incident.triggered', at, FORMER_INCIDENT),
    happened('incident.acknowledged', at, { ...INCIDENT, status: 'acknowledged' }),
    happened('incident.resolved', at, { ...INCIDENT, status: 'resolved', priority: null }),
    happened('incident.resolved', at, {
      ...INCIDENT,
      status: 'resolved',
      resolve_reason: { type: 'merge_resolve_reason', incident: reference('P1', 'incident', 'x') },
    }),
    happened('incident.annotated', at, NOTE),
    PING,
  ].map((payload) => ({ payload, headers: { 'x-webhook-id': '7a4d1f3b' } })),
};
