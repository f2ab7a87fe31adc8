import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { tidyLabels, tidyProse, webLink } from '../tidy.js';
import { links, notification } from './notification.js';

/** By their reference names, which are the same in every language. */
const fields = z.record(z.string(), z.unknown());

type Fields = z.output<typeof fields>;

const payload = notification(
  z.object({
    id: z.int(),
    fields: fields.nullish(),
    _links: links,
    /** `workitem.updated` has the work item in here, and in `fields` what changed, in `id` an update. */
    workItemId: z.int().nullish(),
    revision: z.object({ fields, _links: links }).nullish(),
  }),
);

/** `workitem.created`, `.updated` and `.restored` */
export const readWorkItem = reading(payload, ({ createdDate, resource }, mapping) => {
  const { revision, workItemId } = resource;
  const number = workItemId ?? resource.id;
  const now = revision?.fields ?? resource.fields ?? {};
  const before = revision ? { ...now, ...replaced(resource.fields ?? {}) } : now;
  const link = webLink(revision?._links?.html?.href ?? resource._links?.html?.href);
  const incident = incidentOf(now, number, createdDate, mapping, link);
  const former = incidentOf(before, number, createdDate, mapping, link);
  const said: EventInput[] = incident ? [incident] : [];
  // It lost its tag or its type, or went to another project: what it was before is there no more.
  if (former && former['id'] !== incident?.['id']) said.push(withdrawn(former));
  return said.length > 0 ? events(...said) : ignored(NO_INCIDENT);
});

/** `workitem.deleted` */
export const readDeletedWorkItem = reading(payload, ({ createdDate, resource }, mapping) => {
  const incident = incidentOf(resource.fields ?? {}, resource.id, createdDate, mapping, undefined);
  return incident ? events(withdrawn(incident)) : ignored(NO_INCIDENT);
});

const NO_INCIDENT =
  'the work item is no incident: neither its type nor a tag is "incident", and no rule says that it is one';

/** The states of the four processes that come with Azure DevOps. */
const RESOLVED = new Set(['Resolved', 'Closed', 'Done', 'Completed']);

function incidentOf(
  item: Fields,
  number: number,
  updatedAt: string,
  mapping: Mapping,
  url: string | undefined,
): EventInput | undefined {
  const type = text(item, 'System.WorkItemType');
  const tags = (text(item, 'System.Tags') ?? '').split(';').flatMap((tag) => tag.trim() || []);
  const project = text(item, 'System.TeamProject');
  const isOne = [type, ...tags].some((name) => name?.toLowerCase() === 'incident');
  const trouble = {
    type,
    label: tags,
    project,
    team: text(item, 'System.AreaPath'),
    severity: text(item, 'Microsoft.VSTS.Common.Severity'),
    priority: text(item, 'Microsoft.VSTS.Common.Priority'),
    title: text(item, 'System.Title'),
  };
  const target = incidentTarget(mapping, trouble, isOne ? 'incident' : 'unknown');
  if (target === undefined || text(item, 'System.State') === 'Removed') return undefined;
  const changedAt = text(item, 'System.ChangedDate') ?? updatedAt;
  return {
    type: 'incident',
    source: 'azure-devops',
    id: project === undefined ? String(number) : `${project}#${number}`,
    updatedAt,
    ...target,
    openedAt: text(item, 'System.CreatedDate') ?? updatedAt,
    // Of one that was opened again these dates may still be there.
    resolvedAt: RESOLVED.has(text(item, 'System.State') ?? '')
      ? (text(item, 'Microsoft.VSTS.Common.ResolvedDate') ??
        text(item, 'Microsoft.VSTS.Common.ClosedDate') ??
        changedAt)
      : undefined,
    title: tidyProse(text(item, 'System.Title'), 16_384),
    url,
    labels: tidyLabels(tags),
  };
}

function withdrawn(incident: EventInput): EventInput {
  const { type, source, id, updatedAt, services } = incident;
  return { type, source, id, updatedAt, services, retracted: true };
}

/** What the fields that changed were before; one that is new was nothing. */
function replaced(changed: Fields): Fields {
  return Object.fromEntries(
    Object.entries(changed).map(([name, change]) => [
      name,
      typeof change === 'object' && change !== null && 'oldValue' in change
        ? change.oldValue
        : undefined,
    ]),
  );
}

function text(item: Fields, name: string): string | undefined {
  const value = item[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
