import { z } from 'zod';
import { toldIncident } from '../mapping/told-incident.js';
import { ignored } from '../source.js';
import { beforeAnyEnd } from './before-any-end.js';
import { reference, readingContent } from './cd-event.js';

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
  const isOver = predicate === 'resolved';
  const openedAt = told.openedAt ?? (isOver ? undefined : context.timestamp);
  return toldIncident(mapping, trouble, 'incident', {
    source: 'cdevents',
    id: subject.id,
    updatedAt: isOver ? context.timestamp : beforeAnyEnd(openedAt, context.timestamp),
    openedAt,
    isOver,
    resolvedAt: context.timestamp,
    title: description,
    url: ticketURI,
    labels: told.labels ?? [],
  });
});
