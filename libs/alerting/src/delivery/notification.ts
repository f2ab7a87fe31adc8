import type { Alert } from '@throughline/dora';
import type { AlertAction } from '@throughline/events';

/** What is told about an alert. */
export interface Notification {
  /**
   * Stable over every attempt and every receiver that gets it: what a receiver tells repetitions by.
   * Without a full stop: it is signed between two.
   */
  readonly id: string;
  readonly action: AlertAction;
  readonly alert: Alert;
  /** The alerts that have it as their common cause; empty for every other kind. */
  readonly children: readonly Alert[];
  /** The page of the alert; absent where nobody has said where people reach the dashboard. */
  readonly url?: string | undefined;
}
