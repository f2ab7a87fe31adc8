import { formatInstant } from '@throughline/events';
import type { Notification } from '../notification.js';
import { noticeOf } from '../words/notice.js';
import { oneLine } from '../words/one-line.js';
import { shorten } from '../words/shorten.js';

const SUMMARY_LIMIT = 1024;

/** What PagerDuty is to do. What became a page was triggered before: its alert is brought up to date. */
const EVENT_ACTIONS = {
  opened: 'trigger',
  escalated: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
} as const;

/**
 * An event of the PagerDuty Events API v2. The key is of the alert, so that however often it is told
 * of there is one incident.
 */
export function pagerdutyEvent(notification: Notification, routingKey: string) {
  const { action, alert, url } = notification;
  const notice = noticeOf(notification);
  const { service, environment, source } = alert.subject;
  const team = alert.team ?? alert.subject.team;
  const event = {
    routing_key: routingKey,
    event_action: EVENT_ACTIONS[action],
    dedup_key: `throughline-${alert.id}`,
  };
  if (action === 'acknowledged' || action === 'resolved') return event;
  return {
    ...event,
    client: 'Throughline',
    client_url: url,
    links: notice.links.map((link) => ({ href: link.url, text: link.text })),
    payload: {
      summary: shorten(oneLine(alert.title), SUMMARY_LIMIT),
      source: service ?? source ?? team ?? environment ?? alert.rule,
      severity: alert.severity === 'page' ? 'critical' : 'warning',
      timestamp: formatInstant(alert.startedAt),
      component: service,
      group: environment,
      class: alert.kind,
      custom_details: {
        explanation: notice.explanation.join(' '),
        deployments: notice.strip,
        parts: notice.parts.length === 0 ? undefined : notice.parts.join('; '),
        ...Object.fromEntries(
          [...notice.facts, ...notice.numbers].map(({ label, value }) => [label, value]),
        ),
      },
    },
  };
}
