import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyProse, webLink } from '../tidy.js';
import { labels, repository } from './repository.js';

const label = z.object({ name: z.string() });

const payload = z.object({
  action: z.string(),
  repository,
  /** Of the actions `labeled` and `unlabeled`. */
  label: label.nullish(),
  /** Of the actions `typed` and `untyped`. */
  type: label.nullish(),
  /** Of the action `edited`: what was there before. */
  changes: z.object({ title: z.object({ from: z.string() }).nullish() }).nullish(),
  issue: z.object({
    number: z.int(),
    title: z.string().nullish(),
    html_url: z.string().nullish(),
    state: z.string().nullish(),
    labels,
    /** Issue types of an organisation. */
    type: label.nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullish(),
    /** There for a pull request, which is an issue too. */
    pull_request: z.unknown().optional(),
  }),
});

type Payload = z.output<typeof payload>;

const INCIDENT = 'incident';

/** After these the issue is no longer to be found where it was. */
const GONE = new Set(['deleted', 'transferred']);

/** After these it may have been anything: Gitea does not say which label was taken away, GitHub not which type was. */
const MAY_HAVE_BEEN_ONE = new Set(['label_updated', 'label_cleared', 'typed']);

const NO_INCIDENT = `the issue does not have the label "${INCIDENT}", and no rule says that it is an incident`;

/**
 * An issue with the label `incident`, or whatever the rules call one, is an incident.
 *
 * @param source whose payload it is: others send issues in GitHub's form
 */
export const issueReader = (source: string) =>
  reading(payload, (told, mapping) => {
    const { action, repository, issue } = told;
    if (issue.pull_request) return ignored('a pull request is not an incident');
    const identity = {
      type: 'incident',
      source,
      id: `${repository.full_name}#${issue.number}`,
      updatedAt: issue.updated_at,
    } as const;
    const target = targetOf(told, mapping);
    const former = targetOf(before(told), mapping);
    if (target === undefined || GONE.has(action)) {
      const wasOne = (target ?? former) !== undefined || MAY_HAVE_BEEN_ONE.has(action);
      if (!wasOne) return ignored(NO_INCIDENT);
      const services = (target ?? former)?.services ?? [];
      return events({ ...identity, retracted: true, services });
    }
    return events({
      ...identity,
      ...target,
      openedAt: issue.created_at,
      // Of one that was reopened the time of closing may still be there.
      resolvedAt: issue.state === 'open' ? undefined : issue.closed_at,
      title: tidyProse(issue.title, 16_384),
      url: webLink(issue.html_url),
      labels: tidyLabels((issue.labels ?? []).map(({ name }) => name)),
    });
  });

function targetOf({ repository, issue }: Payload, mapping: Mapping) {
  const trouble = {
    repository: repository.full_name,
    label: (issue.labels ?? []).map(({ name }) => name),
    type: issue.type?.name,
    title: issue.title,
  };
  // Names of labels and types are the same in either case.
  const isOne = [...trouble.label, trouble.type].some((name) => name?.toLowerCase() === INCIDENT);
  return incidentTarget(mapping, trouble, isOne ? 'incident' : 'unknown');
}

/** What a rule could have gone by before what this delivery tells of. */
function before(told: Payload): Payload {
  const { action, issue, label, type, changes } = told;
  const title = changes?.title?.from ?? issue.title;
  const others = (issue.labels ?? []).filter(({ name }) => name !== label?.name);
  if (action === 'labeled') return { ...told, issue: { ...issue, title, labels: others } };
  if (action === 'untyped') return { ...told, issue: { ...issue, title, type } };
  const labels = action === 'unlabeled' && label ? [...others, label] : issue.labels;
  return { ...told, issue: { ...issue, title, labels } };
}
