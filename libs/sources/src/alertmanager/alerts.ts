import { formatInstant, readInstant } from '@throughline/events';
import { z } from 'zod';
import { combined } from '../combined.js';
import type { Mapping } from '../mapping/mapping.js';
import { toldIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { ignored, type Normalised } from '../source.js';

const texts = z.record(z.string(), z.string()).nullish();

const alert = z.object({
  status: z.string(),
  labels: texts,
  annotations: texts,
  startsAt: z.string(),
  /** Of one that still fires it is the year 1. */
  endsAt: z.string().nullish(),
  generatorURL: z.string().nullish(),
  /** Of the labels: the same alert has it again when it fires again. */
  fingerprint: z.string().min(1),
});

export type Alert = z.output<typeof alert>;

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config; Grafana sends the same. */
const payload = z.object({ alerts: z.array(alert).max(10_000) });

/**
 * Each alert of a notification. One that fires again later starts anew, and is another incident: so
 * the time it started at belongs to its name.
 *
 * @param isTest whether the alert was only made up to try the connection
 */
export function readAlerts(
  source: string,
  isTest: (alert: Alert) => boolean = () => false,
): (payload: unknown, mapping: Mapping) => Normalised {
  return reading(payload, ({ alerts }, mapping) =>
    combined(
      alerts.map((alert) =>
        isTest(alert)
          ? ignored('a test notification: the webhook is connected')
          : incidentOf(source, alert, mapping),
      ),
    ),
  );
}

function incidentOf(source: string, alert: Alert, mapping: Mapping): Normalised {
  const { status, startsAt, endsAt, fingerprint } = alert;
  if (status !== 'firing' && status !== 'resolved') {
    return ignored(`the status "${status}" is not known`);
  }
  const labels = alert.labels ?? {};
  const title = alert.annotations?.['summary'] ?? labels['alertname'];
  const isOver = status === 'resolved';
  if (isOver && endsAt && !isBefore(startsAt, endsAt)) return ignored(START_UNKNOWN);
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const trouble = {
    label: pairs,
    service: labels['service'],
    severity: labels['severity'],
    environment: labels['environment'] ?? labels['env'],
    team: labels['team'],
    title,
  };
  return toldIncident(mapping, trouble, 'incident', {
    source,
    id: `${fingerprint}-${inUtc(startsAt)}`,
    // A notification tells no time of its own: what it says became true when the alert changed.
    updatedAt: (isOver && endsAt) || startsAt,
    openedAt: startsAt,
    isOver,
    resolvedAt: endsAt,
    title,
    url: alert.generatorURL,
    labels: pairs,
  });
}

/**
 * Some versions of Grafana tell the end of an alert as its start too. Which of its outages that ended
 * is then told by nothing in the notification, and one of no time at all there never was.
 */
const START_UNKNOWN =
  'the alert was resolved, but tells as its start when it ended, so it is not known which one it was: ' +
  'turn on alertRuleUseFiredAtForStartsAt in Grafana before 13.1 (docs/sources/grafana.md)';

/** Of times that are none nothing is said here: whoever judges the event refuses them. */
function isBefore(start: string, end: string): boolean {
  const [from, to] = [readInstant(start), readInstant(end)];
  return from === undefined || to === undefined || from < to;
}

/**
 * The same moment has one name, to all its decimals: Grafana tells it in the time zone that its server
 * has at the time.
 */
function inUtc(time: string): string {
  const [fraction = ''] = /\.\d+/.exec(time) ?? [];
  const seconds = readInstant(time.replace(fraction, ''));
  return seconds === undefined ? time : formatInstant(seconds).replace('.000', fraction);
}
