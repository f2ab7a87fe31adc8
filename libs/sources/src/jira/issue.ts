import type { Trouble } from '../mapping/incident-rule.js';
import { incidentTarget } from '../mapping/incident-target.js';
import type { Mapping } from '../mapping/mapping.js';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { issueBefore } from './before.js';
import { formerly, type Issue, payload, type Payload, timeOf } from './payload.js';

/** The issue as it is after it was made or changed, if it is an incident by its type or by a rule. */
export const readIssue = reading(payload, (payload, mapping) => {
  const { issue, timestamp } = payload;
  const trouble = troubleOf(issue);
  const former = formerIncident(payload, mapping);
  const now = incidentTarget(mapping, trouble, toolSays(trouble));
  // Rules see something else in it, or it has another key because it was moved: what was, is no more.
  const gone = former && (now === undefined || former.key !== issue.key) ? [former.event] : [];
  if (now === undefined && gone.length > 0) return events(...gone);

  const told = toldIncident(mapping, trouble, toolSays(trouble), {
    ...identityOf(issue.key, timestamp),
    openedAt: timeOf(issue.fields.created),
    isOver: issue.fields.status?.statusCategory?.key === 'done',
    resolvedAt: resolvedAtOf(payload),
    title: issue.fields.summary,
    url: pageOf(issue),
    labels: issue.fields.labels ?? [],
  });
  return told.kind === 'events' ? events(...told.events, ...gone) : told;
});

export const readDeletedIssue = reading(payload, ({ issue, timestamp }, mapping) => {
  const trouble = troubleOf(issue);
  return incidentTarget(mapping, trouble, toolSays(trouble)) === undefined
    ? ignored('the issue was no incident')
    : events(withdrawnIncident(mapping, trouble, identityOf(issue.key, timestamp)));
});

function identityOf(key: string, updatedAt: number) {
  return { source: 'jira', id: key, updatedAt };
}

function troubleOf({ fields }: Issue): Trouble & { readonly type: string | undefined } {
  return {
    type: fields.issuetype?.name ?? undefined,
    priority: fields.priority?.name,
    severity: fields.priority?.name,
    project: [fields.project?.key, fields.project?.name].flatMap((name) => name ?? []),
    service: (fields.components ?? []).flatMap((component) => component?.name ?? []),
    label: fields.labels ?? [],
    title: fields.summary,
  };
}

/** What the types of Jira Service Management and of most people are called. */
const INCIDENT = /^(?:\[system\] )?incident$/i;

function toolSays({ type }: { readonly type: string | undefined }): 'incident' | 'unknown' {
  return INCIDENT.test(type ?? '') ? 'incident' : 'unknown';
}

/** What it was before the update, where that was an incident. */
function formerIncident(
  payload: Payload,
  mapping: Mapping,
): { readonly key: string; readonly event: EventInput } | undefined {
  const issue = issueBefore(payload);
  const { key } = issue;
  const former = troubleOf(issue);
  if (incidentTarget(mapping, former, toolSays(former)) === undefined) return undefined;
  return { key, event: withdrawnIncident(mapping, former, identityOf(key, payload.timestamp)) };
}

/** Of an issue that is done. Workflows that set no resolution tell it by the change of the status. */
function resolvedAtOf(payload: Payload): string | number | undefined {
  const { resolutiondate, statuscategorychangedate } = payload.issue.fields;
  const changed = formerly(payload, 'status') === undefined ? undefined : payload.timestamp;
  return timeOf(resolutiondate) ?? timeOf(statuscategorychangedate) ?? changed;
}

/** Where people read it: the API of a site that lives under a path lies under the same path. */
function pageOf({ self, key }: Issue): string | undefined {
  const [site, api] = self?.split('/rest/api/') ?? [];
  return api === undefined ? undefined : `${site}/browse/${key}`;
}
