import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyProse, webLink } from '../tidy.js';
import { project } from './project.js';
import { time } from './time.js';

const labels = z.array(z.object({ title: z.string() })).nullish();

const changeOf = <Value extends z.ZodType>(previous: Value) => z.object({ previous }).nullish();

const payload = z.object({
  /** Of an epic there is none. */
  project: project.nullish(),
  labels,
  changes: z
    .object({
      labels: changeOf(labels),
      title: changeOf(z.string().nullish()),
      severity: changeOf(z.string().nullish()),
    })
    .nullish(),
  object_attributes: z.object({
    iid: z.int(),
    type: z.string().nullish(),
    title: z.string().nullish(),
    url: z.string().nullish(),
    state: z.string(),
    severity: z.string().nullish(),
    created_at: time,
    updated_at: time,
    closed_at: time.nullish(),
    /** Where it is now, once it was moved to another project. */
    moved_to_id: z.int().nullish(),
  }),
});

type Payload = z.output<typeof payload>;

const INCIDENT = 'incident';

const NO_INCIDENT =
  'the issue is no incident: neither its type nor a label is "incident", and no rule says that it is one';

/**
 * `issue` and `work_item`: incidents come as either of them, by the version of GitLab.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events
 */
export const readIssue = reading(payload, (told, mapping) => {
  const { project, labels, object_attributes: issue } = told;
  if (!project) return ignored(NO_INCIDENT);
  const identity = {
    type: 'incident',
    source: 'gitlab',
    id: `${project.path_with_namespace}#${issue.iid}`,
    updatedAt: issue.updated_at,
  } as const;
  const target = targetOf(told, mapping);
  if (target === undefined || typeof issue.moved_to_id === 'number') {
    const former = target ?? targetOf(before(told), mapping);
    if (former === undefined) return ignored(NO_INCIDENT);
    return events({ ...identity, retracted: true, services: former.services });
  }
  return events({
    ...identity,
    ...target,
    openedAt: issue.created_at,
    resolvedAt: issue.state === 'closed' ? (issue.closed_at ?? issue.updated_at) : undefined,
    title: tidyProse(issue.title, 16_384),
    url: webLink(issue.url),
    labels: tidyLabels((labels ?? []).map(({ title }) => title)),
  });
});

function targetOf({ project, labels, object_attributes: issue }: Payload, mapping: Mapping) {
  const trouble = {
    repository: project?.path_with_namespace,
    project: project?.name,
    label: (labels ?? []).map(({ title }) => title),
    type: issue.type,
    title: issue.title,
    // What GitLab writes where nobody said one.
    severity: issue.severity === 'unknown' ? undefined : issue.severity,
  };
  const isOne = [...trouble.label, issue.type].some((name) => name?.toLowerCase() === INCIDENT);
  return incidentTarget(mapping, trouble, isOne ? 'incident' : 'unknown');
}

/** What a rule could have gone by before what this delivery tells of. */
function before(told: Payload): Payload {
  const { labels, changes, object_attributes: issue } = told;
  const title = changes?.title ? changes.title.previous : issue.title;
  const severity = changes?.severity ? changes.severity.previous : issue.severity;
  return {
    ...told,
    labels: changes?.labels ? changes.labels.previous : labels,
    object_attributes: { ...issue, title, severity },
  };
}
