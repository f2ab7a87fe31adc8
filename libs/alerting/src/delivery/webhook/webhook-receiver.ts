import type { ReceiverSettings } from '@throughline/service-kit';
import { outcomeOf } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from '../outside/expect-taken.js';
import { guardedPost } from '../outside/guarded-post.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { signWebhook } from './sign-webhook.js';
import { webhookPayload } from './webhook-payload.js';

/** Standard Webhooks: every other answer is a failure, and is tried again. */
const READING: AnswerReading = { final: [], mend: {} };

/** Sends signed webhooks (Standard Webhooks 1.0.0). */
export function webhookReceiver(
  { url, secrets, allowPrivate }: Extract<ReceiverSettings, { kind: 'webhook' }>,
  outside: Outside,
): Receiver {
  return {
    send: (notification, now) =>
      outcomeOf(async () => {
        const body = JSON.stringify(webhookPayload(notification));
        const timestamp = Math.floor(now / 1000);
        const headers = signWebhook({ id: notification.id, timestamp, body }, secrets);
        const answer = await guardedPost({ url, body, headers, allowPrivate }, outside);
        expectTaken(answer, READING, now);
      }),
  };
}
