import { hmacHex, type Provider } from '../provider.fixture.js';
import { jira } from './jira.js';

/*
 * Written after https://developer.atlassian.com/cloud/jira/platform/webhooks/, with names of our own.
 */

interface Project {
  readonly key: string;
  readonly name: string;
}

const FIELDS = {
  summary: 'No order goes through',
  description: 'More than 5 % of the requests fail',
  created: '2026-03-01T13:00:00.612+0100',
  updated: '2026-03-01T13:10:00.000+0100',
  statuscategorychangedate: '2026-03-01T13:00:00.700+0100' as string | undefined,
  resolutiondate: null as string | null,
  issuetype: { id: '10001', name: '[System] Incident', subtask: false } as object,
  status: { name: 'Open', statusCategory: { id: 2, key: 'new', name: 'To Do' } } as object,
  priority: { id: '1', name: 'Highest' },
  project: { id: '10000', key: 'OPS', name: 'Operations' } as Project,
  components: [{ id: '10100', name: 'Checkout API' }] as object[],
  labels: ['payments'],
};

/** 2026-03-01T12:10:00.000Z */
export const AT = Date.UTC(2026, 2, 1, 12, 10);

export function happened(
  webhookEvent: string,
  fields: Partial<typeof FIELDS> = {},
  changed: readonly object[] = [],
) {
  return {
    timestamp: AT,
    webhookEvent,
    issue_event_type_name: 'issue_generic',
    user: { accountId: '99:27935d01-92a7-4687-8272-a9b8d3b2ae2e', displayName: 'Ada' },
    issue: {
      id: '99291',
      self: 'https://acme.atlassian.net/rest/api/2/issue/99291',
      key: 'OPS-12',
      fields: { ...FIELDS, ...fields },
    },
    ...(changed.length > 0 && { changelog: { id: '10124', items: changed } }),
  };
}

export const change = (field: string, from: string, to: string) => ({
  field,
  fieldtype: 'jira',
  from: '1',
  fromString: from,
  to: '2',
  toString: to,
});

/** There is one of these for each component that was given or taken. */
export const component = (taken: string | null, given: string | null) => ({
  field: 'Component',
  fieldtype: 'jira',
  from: taken && '10100',
  fromString: taken,
  to: given && '10100',
  toString: given,
});

/** OPS-12, which became an issue of another project. */
export function moved({ key, project }: { readonly key: string; readonly project: Project }) {
  const told = happened('jira:issue_updated', { issuetype: BUG, project }, [
    change('project', 'Operations', project.name),
    { ...change('Key', 'OPS-12', key), from: '', to: '' },
  ]);
  return { ...told, issue: { ...told.issue, key } };
}

export const DONE = {
  status: { name: 'Done', statusCategory: { id: 3, key: 'done', name: 'Done' } },
  resolutiondate: '2026-03-01T13:10:00.000+0100',
};

export const BUG = { id: '10002', name: 'Bug', subtask: false };

export const PROVIDER: Provider = {
  source: jira,
  proof: 'body',
  prove: (body, secret) => ({ 'x-hub-signature': `sha256=${hmacHex(body, secret)}` }),
  examples: [
    happened('jira:issue_created'),
    happened('jira:issue_updated', DONE, [change('status', 'Open', 'Done')]),
    happened('jira:issue_updated', { issuetype: BUG }, [
      change('issuetype', '[System] Incident', 'Bug'),
    ]),
    moved({ key: 'DEV-7', project: { key: 'DEV', name: 'Development' } }),
    happened('jira:issue_updated', { components: [] }, [component('Checkout API', null)]),
    happened('jira:issue_deleted'),
    happened('comment_created'),
  ].map((payload) => ({ payload, headers: { 'x-atlassian-webhook-identifier': 'e5f1' } })),
};
