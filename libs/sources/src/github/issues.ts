import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyProse, webLink } from '../tidy.js';
import { labels, repository, serviceOf } from './repository.js';

const payload = z.object({
  action: z.string(),
  repository,
  /** Of the actions `labeled` and `unlabeled`. */
  label: z.object({ name: z.string() }).nullish(),
  issue: z.object({
    number: z.int(),
    title: z.string().nullish(),
    html_url: z.string().nullish(),
    state: z.string().nullish(),
    labels,
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullish(),
    /** There for a pull request, which is an issue too. */
    pull_request: z.unknown().optional(),
  }),
});

const INCIDENT_LABEL = 'incident';

/** GitHub's labels are the same in either case. */
const isIncident = ({ name }: { readonly name: string }) => name.toLowerCase() === INCIDENT_LABEL;

/** After these the issue is no longer to be found where it was. */
const GONE = new Set(['deleted', 'transferred']);

/** An issue with the label `incident` is an incident. */
export const readIssue = reading(payload, ({ action, repository, label, issue }) => {
  if (issue.pull_request) return ignored('a pull request is not an incident');
  const names = issue.labels ?? [];
  const unlabelled = action === 'unlabeled' && label && isIncident(label);
  if (!unlabelled && !names.some(isIncident)) {
    return ignored(`the issue does not have the label "${INCIDENT_LABEL}"`);
  }
  const identity = {
    type: 'incident',
    source: 'github',
    id: `${repository.full_name}#${issue.number}`,
    updatedAt: issue.updated_at,
  } as const;
  const service = serviceOf(repository);
  if (unlabelled || GONE.has(action)) {
    return events({ ...identity, retracted: true, services: service ? [service] : [] });
  }
  return events({
    ...identity,
    service,
    openedAt: issue.created_at,
    // Of one that was reopened the time of closing may still be there.
    resolvedAt: issue.state === 'open' ? undefined : issue.closed_at,
    title: tidyProse(issue.title, 16_384),
    url: webLink(issue.html_url),
    labels: tidyLabels(names.map(({ name }) => name)),
  });
});
