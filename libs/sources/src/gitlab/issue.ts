import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyProse, webLink } from '../tidy.js';
import { gitlabTime } from './gitlab-time.js';
import { labels, project, repositoryOf, titlesOf } from './project.js';

const payload = z.object({
  project,
  labels,
  object_attributes: z.object({
    iid: z.int(),
    type: z.string().nullish(),
    title: z.string().nullish(),
    url: z.string().nullish(),
    state: z.string().nullish(),
    action: z.string().nullish(),
    severity: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullish(),
    labels,
  }),
  changes: z.object({ labels: z.object({ previous: labels }).nullish() }).nullish(),
});

const INCIDENT_LABEL = 'incident';

/** GitLab says `unknown` where nobody has chosen one. */
const severityOf = (severity: string | null | undefined) =>
  severity?.toLowerCase() === 'unknown' ? undefined : severity;

/** A work item of the type Incident, or an issue that has the label. */
export const readIssue = reading(payload, ({ project, changes, object_attributes: issue, ...told }, mapping) => {
  const repository = repositoryOf(project);
  const now = titlesOf(told.labels ?? issue.labels);
  const severity = severityOf(issue.severity);
  const targetWith = (label: readonly string[]) =>
    incidentTarget(
      mapping,
      { ...{ repository, project: repository, label, type: issue.type }, severity, title: issue.title },
      issue.type?.toLowerCase() === 'incident' ||
        label.some((name) => name.toLowerCase() === INCIDENT_LABEL)
        ? 'incident'
        : 'unknown',
    );
  const identity = {
    type: 'incident' as const,
    source: 'gitlab',
    id: `${repository}#${issue.iid}`,
    updatedAt: gitlabTime(issue.updated_at),
  };
  const target = targetWith(now);
  if (target === undefined) {
    const before = changes?.labels && targetWith(titlesOf(changes.labels.previous));
    return before
      ? events({ ...identity, retracted: true, services: before.services })
      : ignored('it is neither of the type Incident nor has it a label that says so');
  }
  const isClosed = issue.state === 'closed';
  const closedAt = gitlabTime(
    issue.closed_at ?? (issue.action === 'close' ? issue.updated_at : undefined),
  );
  if (isClosed && closedAt === undefined) {
    return ignored('it was closed before, and the delivery does not say again when');
  }
  return events({
    ...identity,
    ...target,
    openedAt: gitlabTime(issue.created_at),
    // Of one that was opened again the time of closing may still be there.
    resolvedAt: isClosed ? closedAt : undefined,
    title: tidyProse(issue.title, 16_384),
    url: webLink(issue.url),
    labels: tidyLabels(now),
  });
});
