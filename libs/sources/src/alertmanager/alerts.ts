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
    id: `${fingerprint}-${startsAt}`,
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
