import type { AlertSeverity } from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import type { Notification } from '../notification.js';
import { noticeOf } from '../words/notice.js';

/** Clients of Alertmanager send again what still fires, every 30 seconds to 3 minutes. */
export const REPEAT_EVERY_MS = 60_000;

/**
 * How long Alertmanager takes what it was sent to fire on, unless it hears of it again: long enough
 * to restart an alerter in. It is said with every alert, so `resolve_timeout` does not matter.
 */
const FIRES_FOR_MS = 10 * 60_000;

interface AlertmanagerAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly generatorURL?: string | undefined;
}

/**
 * An alert as Alertmanager's API v2 takes it. Its labels are what it is known by, and the severity is
 * one of them: one that became a page is another alert there, and ends the one that it was.
 */
export function alertmanagerAlerts(
  notification: Notification,
  now: Instant,
): readonly AlertmanagerAlert[] {
  const { alert } = notification;
  const current = alertWith(notification, alert.severity, endOf(notification, now));
  if (alert.escalatedAt === undefined) return [current];
  return [alertWith(notification, 'notify', alert.escalatedAt), current];
}

function endOf({ action, alert }: Notification, now: Instant): Instant {
  const hasEnded = action === 'resolved' || alert.state === 'resolved';
  return hasEnded ? (alert.resolvedAt ?? now) : now + FIRES_FOR_MS;
}

function alertWith(
  notification: Notification,
  severity: AlertSeverity,
  end: Instant,
): AlertmanagerAlert {
  const { alert } = notification;
  const notice = noticeOf(notification);
  const { service, environment, source, deploymentId } = alert.subject;
  return {
    labels: known({
      alertname: alert.rule,
      kind: alert.kind,
      severity,
      service,
      environment,
      source,
      deployment: deploymentId,
      team: alert.team ?? alert.subject.team,
      ...(alert.kind === 'common-cause' ? { alert: alert.id } : {}),
    }),
    annotations: known({
      summary: alert.title,
      description: [...notice.course, ...notice.explanation].join(' '),
      parts: notice.parts.join('\n'),
      deployments: notice.strip,
      runbook_url: alert.runbookUrl,
    }),
    startsAt: formatInstant(alert.startedAt),
    // Alertmanager refuses an alert that ends before it starts.
    endsAt: formatInstant(Math.max(end, alert.startedAt)),
    generatorURL: notification.url,
  };
}

/** Alertmanager knows no empty label: it is one that is absent. */
function known(pairs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pairs).filter((pair): pair is [string, string] => (pair[1] ?? '') !== ''),
  );
}
