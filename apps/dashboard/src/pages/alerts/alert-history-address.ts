import {
  ALERT_KINDS,
  ALERT_SEVERITIES,
  type AlertKind,
  type AlertSeverity,
} from '@throughline/dora';

/** What the history of alerts can be narrowed to, beside the filters of every page. */
export interface AlertHistoryAddress {
  readonly kind?: AlertKind | undefined;
  readonly severity?: AlertSeverity | undefined;
  /** The name of a rule in the configuration. */
  readonly rule?: string | undefined;
}

export function readAlertHistory(search: Readonly<Record<string, unknown>>): AlertHistoryAddress {
  const kind = ALERT_KINDS.find((value) => value === search.kind);
  const severity = ALERT_SEVERITIES.find((value) => value === search.severity);
  const { rule } = search;
  return {
    ...(kind && { kind }),
    ...(severity && { severity }),
    ...(typeof rule === 'string' && rule !== '' && { rule }),
  };
}
