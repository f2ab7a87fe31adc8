import type { ReceiverSettings } from '@throughline/service-kit';
import { outcomeOf } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from '../outside/expect-taken.js';
import { guardedPost, type Post } from '../outside/guarded-post.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { alertmanagerAlerts, REPEAT_EVERY_MS } from './alertmanager-alerts.js';

const READING: AnswerReading = {
  final: [400],
  mend: {
    400: 'it does not understand the alert; its log says why',
    404: 'configure the address without "/api/v2/alerts", and with what it is started with as "--web.route-prefix"',
  },
};

/** Posts alerts to Alertmanager (API v2). */
export function alertmanagerReceiver(
  { url, token, allowPrivate }: Extract<ReceiverSettings, { kind: 'alertmanager' }>,
  outside: Outside,
): Receiver {
  const post: Omit<Post, 'body'> = {
    url: `${url.replace(/\/+$/, '')}/api/v2/alerts`,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    allowPrivate,
  };
  return {
    repeatEveryMs: REPEAT_EVERY_MS,
    send: (notification, now) =>
      outcomeOf(async () => {
        const body = JSON.stringify(alertmanagerAlerts(notification, now));
        expectTaken(await guardedPost({ ...post, body }, outside), READING, now);
      }),
  };
}
