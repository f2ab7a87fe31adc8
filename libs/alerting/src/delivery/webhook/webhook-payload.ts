import type { Acknowledgement, Alert, StripItem } from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import type { Notification } from '../notification.js';

/** Standard Webhooks recommends to stay below 20 kB: of more children only the number is sent. */
const MOST_CHILDREN = 20;

/**
 * What a webhook gets: the whole alert as it is now, times in RFC 3339. Texts are as they came from
 * outside: whoever shows them has to escape them.
 */
export function webhookPayload({ action, alert, children, url }: Notification) {
  return {
    type: `alert.${action}`,
    timestamp: formatInstant(happenedAt(action, alert)),
    data: {
      url,
      alert: alertAsSent(alert),
      children: children.slice(0, MOST_CHILDREN).map(childAsSent),
      childrenLeftOut: Math.max(0, children.length - MOST_CHILDREN),
    },
  };
}

function happenedAt(action: Notification['action'], alert: Alert): Instant {
  const { openedAt, escalatedAt, acknowledged, resolvedAt } = alert;
  switch (action) {
    case 'opened':
      return openedAt;
    case 'escalated':
      return escalatedAt ?? openedAt;
    case 'acknowledged':
      return acknowledged?.at ?? openedAt;
    case 'resolved':
      return resolvedAt ?? openedAt;
  }
}

function alertAsSent(alert: Alert) {
  return {
    id: alert.id,
    rule: alert.rule,
    kind: alert.kind,
    severity: alert.severity,
    state: alert.state,
    title: alert.title,
    explanation: alert.explanation,
    subject: alert.subject,
    team: alert.team,
    owner: alert.owner,
    tier: alert.tier,
    runbookUrl: alert.runbookUrl,
    startedAt: formatInstant(alert.startedAt),
    lastEventAt: formatInstant(alert.lastEventAt),
    openedAt: formatInstant(alert.openedAt),
    escalatedAt: optionally(alert.escalatedAt),
    acknowledged: alert.acknowledged && acknowledgementAsSent(alert.acknowledged),
    resolvedAt: optionally(alert.resolvedAt),
    resolution: alert.resolution,
    parentId: alert.parentId,
    revision: alert.revision,
    evidence: {
      numbers: alert.evidence.numbers,
      deployments: alert.evidence.deployments.map(deploymentAsSent),
    },
  };
}

function childAsSent({ id, rule, kind, severity, state, title, subject, startedAt }: Alert) {
  return { id, rule, kind, severity, state, title, subject, startedAt: formatInstant(startedAt) };
}

function acknowledgementAsSent({ by, at, note, newNormal }: Acknowledgement) {
  return { by, at: formatInstant(at), note, newNormal };
}

function deploymentAsSent({ finishedAt, failedAt, ...rest }: StripItem) {
  return { ...rest, finishedAt: formatInstant(finishedAt), failedAt: optionally(failedAt) };
}

function optionally(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant);
}
