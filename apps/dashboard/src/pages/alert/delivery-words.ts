import type { AlertDetail } from '@throughline/api-client';
import { momentInWords } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';

type Delivery = AlertDetail['deliveries'][number];

const ACTIONS: Readonly<Record<Delivery['action'], string>> = {
  opened: 'that it opened',
  escalated: 'that it became a page',
  acknowledged: 'that it was taken on',
  resolved: 'that it is over',
};

/** What was to be told: `that it opened`. */
export function actionInWords(action: Delivery['action']): string {
  return ACTIONS[action];
}

/** How far a delivery came: `given up after 10 attempts`. */
export function deliveryInWords(
  { state, attempts, nextAttemptAt, settledAt }: Omit<Delivery, 'id' | 'action' | 'receiver'>,
  timezone: string,
): string {
  const tried = counted(attempts, 'attempt');
  switch (state) {
    case 'delivered':
      return `delivered${on(settledAt, timezone)}${attempts > 1 ? `, after ${tried}` : ''}`;
    case 'pending':
      return attempts === 0
        ? 'on its way'
        : `tried again${on(nextAttemptAt, timezone)}, after ${tried}`;
    case 'failed':
      return `given up after ${tried}${on(settledAt, timezone)}`;
    case 'disabled':
      return 'not sent: the receiver said that it is gone';
    case 'dropped':
      return 'not sent: it needed no telling any more';
  }
}

/** What was given up can be tried once more; so can what a receiver refused that has come back. */
export function canBeSentAgain(state: Delivery['state']): boolean {
  return state === 'failed' || state === 'disabled';
}

function on(time: string | null, timezone: string): string {
  return time === null ? '' : ` on ${momentInWords(time, timezone)}`;
}
