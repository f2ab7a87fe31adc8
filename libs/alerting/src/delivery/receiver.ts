import type { Instant } from '@throughline/events';
import type { Notification } from './notification.js';

/** An attempt that came to nothing. */
export interface FailedDelivery {
  readonly outcome: 'failed';
  /** Whether the same notification may be taken later. */
  readonly again: boolean;
  /** How long the receiver asked to be left alone. */
  readonly retryAfterMs?: number | undefined;
  /** The receiver wants nothing any more: nothing else is to be sent there either. */
  readonly disabled?: boolean | undefined;
  /** What went wrong and how to mend it; fit to be shown: no secret, no address beyond the host. */
  readonly message: string;
}

export type DeliveryOutcome = { readonly outcome: 'delivered' } | FailedDelivery;

/** One place that is told of alerts. */
export interface Receiver {
  /** Makes one attempt, within half a minute. Never rejects: what goes wrong is an outcome. */
  send(notification: Notification, now: Instant): Promise<DeliveryOutcome>;
  /**
   * A receiver that forgets: while an alert fires, its last notification is to be sent again this
   * often. Absent for receivers that remember.
   */
  readonly repeatEveryMs?: number | undefined;
}
