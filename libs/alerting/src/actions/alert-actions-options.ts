import type { EventLog } from '@throughline/event-log';
import type { Instant } from '@throughline/events';
import type { AlertRule } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';

export interface AlertActionsOptions {
  readonly client: ClickHouseClient;
  readonly log: EventLog;
  /** The rules that there are. */
  readonly alerts: readonly AlertRule[];
  readonly now: () => Instant;
}

/** Nest injection token of the {@link AlertActionsOptions}. */
export const ALERT_ACTIONS_OPTIONS = Symbol('AlertActionsOptions');
