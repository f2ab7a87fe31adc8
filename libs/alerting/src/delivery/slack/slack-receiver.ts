import type { ReceiverSettings } from '@throughline/service-kit';
import { outcomeOf } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from '../outside/expect-taken.js';
import { guardedPost } from '../outside/guarded-post.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { noticeOf } from '../words/notice.js';
import { slackMessage } from './slack-message.js';

const NEW_WEBHOOK = 'make a new incoming webhook in Slack and configure its address';

/** The errors of incoming webhooks: a status, and a word such as `no_service` as the answer. */
const READING: AnswerReading = {
  final: [400],
  mend: {
    403: 'the workspace does not let this webhook post any more: ask who runs it',
    404: `the webhook or its channel is no more: ${NEW_WEBHOOK}`,
    410: `the channel is archived: ${NEW_WEBHOOK}`,
  },
  explain: (body) => /^[a-z_]{1,60}$/.exec(body.trim())?.[0],
};

/** Posts to an incoming webhook of Slack. */
export function slackReceiver(
  { url, allowPrivate }: Extract<ReceiverSettings, { kind: 'slack' }>,
  outside: Outside,
): Receiver {
  return {
    send: (notification, now) =>
      outcomeOf(async () => {
        const body = JSON.stringify(slackMessage(noticeOf(notification)));
        expectTaken(await guardedPost({ url, body, allowPrivate }, outside), READING, now);
      }),
  };
}
