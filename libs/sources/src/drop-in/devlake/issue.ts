import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { tidyLabels, tidyName, tidyProse, webLink } from '../../tidy.js';
import { type DropInReading, readingRequest } from '../reading.js';
import { isoTime } from '../times.js';
import { type DevLakeConnection, serviceOfConnection } from './connection.js';

// https://devlake.apache.org/docs/Plugins/webhook, and backend/plugins/webhook/api/issues.go

const request = z.object({
  issueKey: z.string().trim().min(1, 'is empty'),
  title: z.string(),
  type: z.string().default(''),
  status: z.enum(['TODO', 'DONE', 'IN_PROGRESS']),
  createdDate: isoTime,
  updatedDate: isoTime.nullish(),
  resolutionDate: isoTime.nullish(),
  url: z.string().nullish(),
  severity: z.string().nullish(),
  priority: z.string().nullish(),
  component: z.string().nullish(),
});

const idOf = (connection: DevLakeConnection, issueKey: string) =>
  `${serviceOfConnection(connection)}:${issueKey}`;

/** `POST …/issues`: an issue of the type `INCIDENT` is an incident. */
export const readDevLakeIssue = readingRequest(
  request,
  (issue, connection: DevLakeConnection): DropInReading => {
    if (issue.type.toUpperCase() !== 'INCIDENT') {
      return { kind: 'ignored', reason: 'the type of the issue is not INCIDENT' };
    }
    const resolvedAt = issue.resolutionDate ?? undefined;
    return {
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'devlake',
          id: idOf(connection, issue.issueKey),
          services: [serviceOfConnection(connection)],
          openedAt: issue.createdDate,
          // Done without a date: over since it was last touched, as far as anybody says.
          resolvedAt:
            issue.status === 'DONE' ? (resolvedAt ?? issue.updatedDate ?? undefined) : undefined,
          updatedAt: Math.max(issue.createdDate, issue.updatedDate ?? 0, resolvedAt ?? 0),
          severity: tidyName(issue.severity ?? issue.priority, 100),
          title: tidyProse(issue.title, 16_384),
          url: webLink(issue.url),
          labels: tidyLabels([issue.component]),
        },
      ],
      told: undefined,
    };
  },
);

/**
 * `POST …/issue/{issueKey}/close` says that an issue is done, and not since when it had been there,
 * which an incident has to; nor whether the issue is an incident. It is kept for somebody to complete.
 */
export function readDevLakeClose(
  issueKey: string,
  connection: DevLakeConnection,
  now: Instant,
): DropInReading {
  return {
    kind: 'incomplete',
    events: [
      {
        type: 'incident',
        source: 'devlake',
        id: idOf(connection, issueKey),
        services: [serviceOfConnection(connection)],
        resolvedAt: now,
      },
    ],
    reason:
      'closing an issue does not say when the incident began: post the issue again to …/issues ' +
      'with its createdDate, the status DONE and a resolutionDate',
  };
}
