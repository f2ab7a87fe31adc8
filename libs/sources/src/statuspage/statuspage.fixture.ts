import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { statuspage } from './statuspage.js';

/*
 * Written after https://support.atlassian.com/statuspage/docs/enable-webhook-notifications/, with names
 * of our own.
 */

const PAGE = {
  meta: {
    unsubscribe: 'https://status.example.com/?unsubscribe=zjcdb6727vmj',
    documentation: 'https://doers.statuspage.io/customer-notifications/webhooks/',
    generated_at: '2026-03-01T12:05:01.770Z',
  },
  page: {
    id: 'jb7j80lkgqvb',
    status_indicator: 'critical',
    status_description: 'Major System Outage',
  },
};

const COMPONENT = {
  id: 'zvdm6f7gf76j',
  name: 'Checkout',
  status: 'major_outage',
  page_id: 'jb7j80lkgqvb',
  group_id: null,
};

const update = (id: string, status: string, at: string) => ({
  id,
  status,
  body: 'We are looking into it',
  created_at: at,
  updated_at: at,
  display_at: at,
  affected_components: [
    { code: 'zvdm6f7gf76j', name: 'Checkout', old_status: 'operational', new_status: status },
  ],
  incident_id: 'z3lct0r596n4',
});

const FIRST = update('qm8bgczn0p2n', 'investigating', '2026-03-01T12:05:00.548Z');
const LAST = update('qm8bgczn0p2o', 'resolved', '2026-03-01T12:39:00.548Z');

export const INCIDENT = {
  id: 'z3lct0r596n4',
  page_id: 'jb7j80lkgqvb',
  name: 'No order goes through',
  status: 'investigating',
  impact: 'critical',
  impact_override: null,
  created_at: '2026-03-01T12:05:00.507Z',
  updated_at: '2026-03-01T12:05:00.603Z',
  monitoring_at: null,
  resolved_at: null as string | null,
  shortlink: 'https://stspg.io/646947c1e',
  backfilled: false,
  postmortem_body: null,
  scheduled_for: null,
  scheduled_until: null,
  incident_updates: [FIRST],
  components: [COMPONENT],
};

export const RESOLVED = {
  ...INCIDENT,
  status: 'resolved',
  updated_at: '2026-03-01T12:40:00.603Z',
  resolved_at: '2026-03-01T12:40:00.507Z',
  incident_updates: [LAST, FIRST],
};

export const told = (incident: object) => ({ ...PAGE, incident });

export const COMPONENT_UPDATE = {
  ...PAGE,
  component_update: {
    created_at: '2026-03-01T12:05:00Z',
    new_status: 'operational',
    old_status: 'major_outage',
    id: 'k7730b5v92bv',
    component_id: 'zvdm6f7gf76j',
  },
  component: COMPONENT,
};

export const PROVIDER: Provider = {
  source: statuspage,
  ...PROVEN_BY_BEARER,
  examples: [
    told(INCIDENT),
    told(RESOLVED),
    told({ ...INCIDENT, status: 'scheduled', impact: 'maintenance' }),
    COMPONENT_UPDATE,
  ].map((payload) => ({ payload, headers: {} })),
};
