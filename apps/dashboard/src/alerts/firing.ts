import type { AlertItem } from '@throughline/api-client';

/** An alert to look at, and what it is the common cause of. */
export interface Firing {
  readonly alert: AlertItem;
  readonly parts: readonly AlertItem[];
}

/**
 * What fires, as it is looked at: parts of a common cause under it, pages before what can wait, and
 * what began last first. A part whose common cause is not among the alerts stands for itself.
 *
 * @param alerts newest first, as the API lists them
 */
export function firingFirst(alerts: readonly AlertItem[]): readonly Firing[] {
  const ids = new Set(alerts.map(({ id }) => id));
  const isPart = ({ parentId }: AlertItem) => parentId !== null && ids.has(parentId);
  return alerts
    .filter((alert) => !isPart(alert))
    .map((alert) => ({
      alert,
      parts: alerts.filter((other) => isPart(other) && other.parentId === alert.id),
    }))
    .sort((a, b) => rank(a.alert) - rank(b.alert));
}

function rank({ severity }: AlertItem): number {
  return severity === 'page' ? 0 : 1;
}
