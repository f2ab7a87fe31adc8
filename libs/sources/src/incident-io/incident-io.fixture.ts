import { type Provider, provenByStandardWebhook } from '../provider.fixture.js';
import { incidentIo } from './incident-io.js';

/*
 * Written after https://api-docs.incident.io/tag/Webhooks/, with names of our own.
 */

const timestamp = (name: string, value: string | null) => ({
  incident_timestamp: { id: `01FCNDV6P870EA6S7TK1DSYD${name.length}`, name, rank: 1 },
  value: value === null ? null : { value },
});

export const status = (category: string) => ({
  id: '01FCNDV6P870EA6S7TK1DSYD5H',
  name: `Our word for ${category}`,
  description: '',
  category,
  rank: 4,
  created_at: '2025-01-01T00:00:00Z',
  updated_at: '2025-01-01T00:00:00Z',
});

export const INCIDENT = {
  id: '01FDAG4SAP5TYPT98WGR2N7W91',
  reference: 'INC-123',
  name: 'No order goes through',
  summary: 'It is the database',
  permalink: 'https://app.incident.io/acme/incidents/123',
  visibility: 'public',
  mode: 'standard',
  created_at: '2026-03-01T12:02:00.801578Z',
  updated_at: '2026-03-01T12:40:00.801578Z',
  incident_status: status('live'),
  severity: { id: '01FCNDV6P870EA6S7TK1DSYDG0', name: 'Critical', rank: 3, description: '' },
  incident_type: { id: '01FCNDV6P870EA6S7TK1DSYDG1', name: 'Production', is_default: true },
  incident_timestamp_values: [
    timestamp('Reported at', '2026-03-01T12:01:00Z'),
    timestamp('Accepted at', '2026-03-01T12:05:00Z'),
    timestamp('Resolved at', null),
    timestamp('Closed at', null),
  ],
  custom_field_entries: [
    {
      custom_field: {
        id: '01FCNDV6P870EA6S7TK1DSYDG2',
        name: 'Affected services',
        field_type: 'multi_select',
        options: [],
      },
      values: [
        { value_catalog_entry: { id: '01G', name: 'checkout', external_id: '', aliases: [] } },
        { value_option: { id: '01H', value: 'payments', sort_key: 10 } },
      ],
    },
    {
      custom_field: { id: '01F', name: 'Environment', field_type: 'text', options: [] },
      values: [{ value_text: 'production' }],
    },
    {
      custom_field: { id: '01E', name: 'Customers hit', field_type: 'numeric', options: [] },
      values: [{ value_numeric: '123.456' }],
    },
  ],
  duration_metrics: [],
  incident_role_assignments: [],
  slack_channel_id: 'C02AW36C1M5',
  slack_channel_name: 'inc-123',
  slack_team_id: 'T02A1FSLE8J',
  has_debrief: false,
};

export const RESOLVED_AT = timestamp('Resolved at', '2026-03-01T12:39:00Z');

export const created = (incident: object) => ({
  event_type: 'public_incident.incident_created_v2',
  'public_incident.incident_created_v2': incident,
});

export const updated = (incident: object) => ({
  event_type: 'public_incident.incident_updated_v2',
  'public_incident.incident_updated_v2': incident,
});

export const statusUpdated = (from: string, to: string, incident: object = INCIDENT) => ({
  event_type: 'public_incident.incident_status_updated_v2',
  'public_incident.incident_status_updated_v2': {
    incident: { ...incident, incident_status: status(to) },
    new_status: status(to),
    previous_status: status(from),
  },
});

export const PRIVATE = {
  event_type: 'private_incident.incident_created_v2',
  'private_incident.incident_created_v2': { id: '01FDAG4SAP5TYPT98WGR2N7W91' },
};

export const FOLLOW_UP = {
  event_type: 'public_incident.follow_up_created_v2',
  'public_incident.follow_up_created_v2': { id: '01FDAG4SAP5TYPT98WGR2N7W92', title: 'Add a test' },
};

export const PROVIDER: Provider = {
  source: incidentIo,
  ...provenByStandardWebhook(),
  examples: [
    created(INCIDENT),
    updated({ ...INCIDENT, custom_field_entries: [] }),
    statusUpdated('live', 'closed'),
    statusUpdated('triage', 'merged'),
    PRIVATE,
    FOLLOW_UP,
  ].map((payload) => ({ payload, headers: { 'webhook-id': 'msg_1' } })),
};
