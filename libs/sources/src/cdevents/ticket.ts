import { z } from 'zod';
import { toldIncident } from '../mapping/told-incident.js';
import { ignored } from '../source.js';
import { beforeAnyEnd } from './before-any-end.js';
import { readingContent } from './cd-event.js';

/** https://github.com/cdevents/spec/blob/main/continuous-operations.md, since 0.4. */
const content = z.object({
  summary: z.string().nullish(),
  ticketType: z.string().nullish(),
  group: z.string().nullish(),
  priority: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  uri: z.string().nullish(),
});

/** A ticket of the type `incident`, or one that a rule calls so. */
export const readTicket = readingContent(content, (event, mapping) => {
  const { context, subject, predicate, customData: told } = event;
  const { summary, ticketType, group, priority, labels, uri } = subject.content;
  const trouble = {
    type: ticketType,
    team: group,
    priority,
    label: labels,
    title: summary,
    service: told.service,
    environment: told.environment,
    severity: told.severity,
    repository: told.repositoryUrl,
  };
  const toolSays = ticketType?.toLowerCase() === 'incident' ? 'incident' : 'unknown';
  const openedAt = told.openedAt ?? (predicate === 'created' ? context.timestamp : undefined);
  const isOver = predicate === 'closed';
  const read = toldIncident(mapping, trouble, toolSays, {
    source: 'cdevents',
    id: subject.id,
    updatedAt: isOver ? context.timestamp : beforeAnyEnd(openedAt, context.timestamp),
    openedAt,
    isOver,
    resolvedAt: context.timestamp,
    title: summary,
    url: uri,
    labels: [...(labels ?? []), ...(told.labels ?? [])],
  });
  if (read.kind === 'events' && predicate === 'updated' && openedAt === undefined) {
    return ignored('ticket.updated does not say when it was opened; send customData.openedAt');
  }
  return read;
});
