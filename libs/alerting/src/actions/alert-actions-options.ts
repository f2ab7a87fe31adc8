import type { EventLog } from '@throughline/event-log';
import type { Instant } from '@throughline/events';
import type { ClickHouseClient } from '@throughline/store';

export interface AlertActionsOptions {
  readonly client: ClickHouseClient;
  readonly log: EventLog;
  readonly now: () => Instant;
}

/** Nest injection token of the {@link AlertActionsOptions}. */
export const ALERT_ACTIONS_OPTIONS = Symbol('AlertActionsOptions');
