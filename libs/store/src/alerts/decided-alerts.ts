import type { AlertAction } from '@throughline/events';
import { defineInsert } from '../engine/insert.js';
import type { DecidedAlert } from './alert-document.js';

/** A decision as it is stored. */
export interface AlertDecision {
  readonly alert: DecidedAlert;
  /** What decides which alerter decides about it: see `deciderKeyOf`. */
  readonly deciderKey: string;
  /** What was decided and is not in the log yet, in that order. */
  readonly unsaidActions: readonly AlertAction[];
}

/** Of the decisions about one alert the table keeps the newest revision. */
export const insertAlerts = defineInsert({
  name: 'insert-alerts',
  table: 'alerts',
  columns: [
    'id',
    'rule',
    'kind',
    'decider_key',
    'service',
    'environment',
    'team',
    'severity',
    'state',
    'started_at',
    'opened_at',
    'last_event_at',
    'resolved_at',
    'document',
    'unsaid_actions',
    'version',
  ],
  row: ({ alert, deciderKey, unsaidActions }: AlertDecision) => [
    alert.id,
    alert.rule,
    alert.kind,
    deciderKey,
    alert.subject.service ?? '',
    alert.subject.environment ?? '',
    alert.team ?? alert.subject.team ?? '',
    alert.severity,
    alert.state,
    alert.startedAt,
    alert.openedAt,
    alert.lastEventAt,
    alert.resolvedAt ?? null,
    JSON.stringify(alert),
    unsaidActions,
    // What says that all is in the log must win over what says that it is not.
    String(alert.revision * 2 + (unsaidActions.length === 0 ? 1 : 0)),
  ],
});
