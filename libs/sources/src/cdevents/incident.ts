import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { beforeAnyEnd } from './before-any-end.js';
import { reference, readingContent } from './cd-event.js';
import { NO_INCIDENT } from './no-incident.js';

/** https://github.com/cdevents/spec/blob/main/continuous-operations.md */
const content = z.object({
  description: z.string().nullish(),
  environment: reference.nullish(),
  service: reference.nullish(),
  ticketURI: z.string().nullish(),
});

const PREDICATES = new Set(['detected', 'reported', 'resolved']);

/**
 * An incident. Its source is no part of its name: who resolves it need not be who detected it. When it
 * began, `resolved` does not say by itself; without `openedAt` beside it the event is incomplete, and
 * kept for somebody to complete.
 */
export const readIncident = readingContent(content, (event, mapping) => {
  const { context, subject, predicate, customData: told } = event;
  if (!PREDICATES.has(predicate)) return ignored(`nothing is measured from incident.${predicate}`);
  const { description, environment, service, ticketURI } = subject.content;
  const trouble = {
    service: service?.id,
    environment: environment?.id,
    severity: told.severity,
    label: told.labels,
    title: description,
    repository: told.repositoryUrl,
  };
  const target = incidentTarget(mapping, trouble, 'incident');
  if (target === undefined) return ignored(NO_INCIDENT);
  const resolved = predicate === 'resolved';
  const openedAt = told.openedAt ?? (resolved ? undefined : context.timestamp);
  return events({
    type: 'incident',
    source: 'cdevents',
    id: tidyName(subject.id, 500),
    updatedAt: resolved ? context.timestamp : beforeAnyEnd(openedAt, context.timestamp),
    ...target,
    openedAt,
    resolvedAt: resolved ? context.timestamp : undefined,
    title: tidyProse(description, 16_384),
    url: webLink(ticketURI),
    labels: tidyLabels(told.labels ?? []),
  });
});
