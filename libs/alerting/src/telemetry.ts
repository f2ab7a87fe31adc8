import type { AlertAction } from '@throughline/events';
import {
  declareCounter,
  declareGauge,
  declareHistogram,
  declareLogEvent,
} from '@throughline/service-kit';

const decisions = declareCounter({
  name: 'alerter.decisions',
  description: 'What was decided about alerts, by kind of rule and what happened',
  unit: '{decision}',
});

const notifications = declareCounter({
  name: 'alerter.notifications',
  description: 'What was to be told, by what happened and whether it was sent out',
  unit: '{notification}',
});

const attempts = declareCounter({
  name: 'alerter.delivery.attempts',
  description: 'Attempts to deliver, by what happened and how they ended',
  unit: '{attempt}',
});

const delay = declareHistogram({
  name: 'alerter.delivery.delay',
  description: 'Time from a decision until a receiver had taken it, by what happened',
  unit: 's',
  boundaries: [0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200, 36_000],
});

const looking = declareHistogram({
  name: 'alerter.look.duration',
  description: 'Time to look at what changed and to decide about it',
  unit: 's',
  boundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});

/** Deliveries that are still to succeed, of this alerter. */
export const pendingDeliveries = declareGauge({
  name: 'alerter.deliveries.pending',
  description: 'Deliveries that are still tried',
  unit: '{delivery}',
});

export function countDecision(kind: string, action: AlertAction): void {
  decisions.add(1, { kind, action });
}

export function countNotification(action: AlertAction, outcome: string): void {
  notifications.add(1, { action, outcome });
}

export function countDelivery(
  action: AlertAction,
  outcome: 'delivered' | 'retried' | 'failed',
  seconds?: number,
): void {
  attempts.add(1, { action, outcome });
  if (seconds !== undefined) delay.record(seconds, { action });
}

export function timeLook(seconds: number): void {
  looking.record(seconds, {});
}

export const sendingFailed = declareLogEvent<{ readonly err: unknown }>({
  event: 'alerter.sending.failed',
  level: 'warn',
  message: 'what is due could not be read or kept; it is tried again',
});

export const lookFailed = declareLogEvent<{ readonly err: unknown }>({
  event: 'alerter.look.failed',
  level: 'warn',
  message: 'the regular look could not be finished; it is tried again',
});

export const alertDecided = declareLogEvent<{
  readonly alert: string;
  readonly rule: string;
  readonly kind: string;
  readonly action: AlertAction;
}>({
  event: 'alerter.alert.decided',
  level: 'info',
  message: 'something was decided about an alert',
});

export const receiverGone = declareLogEvent<{ readonly receiver: string }>({
  event: 'alerter.receiver.gone',
  level: 'warn',
  message: 'a receiver said that it is gone, and gets nothing more until it is sent to again',
});

export const alertUnknown = declareLogEvent<{ readonly alert: string }>({
  event: 'alerter.alert.unknown',
  level: 'error',
  message: 'something was decided about an alert that the store does not have: nobody is told',
});
