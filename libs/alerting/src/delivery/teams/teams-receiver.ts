import type { ReceiverSettings } from '@throughline/service-kit';
import { outcomeOf } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from '../outside/expect-taken.js';
import { guardedPost } from '../outside/guarded-post.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { noticeOf } from '../words/notice.js';
import { teamsMessage } from './teams-message.js';

/** A workflow answers 202 as soon as it has begun; what becomes of it is seen in its run history. */
const READING: AnswerReading = {
  final: [400, 413],
  mend: {
    401: 'the address of the workflow is not complete: configure all of it, with its "sig"',
    404: 'the workflow is no more or is turned off: configure the address of one that is on',
  },
};

/** Posts a card to a workflow of Microsoft Teams. */
export function teamsReceiver(
  { url, allowPrivate }: Extract<ReceiverSettings, { kind: 'teams' }>,
  outside: Outside,
): Receiver {
  return {
    send: (notification, now) =>
      outcomeOf(async () => {
        const body = JSON.stringify(teamsMessage(noticeOf(notification)));
        expectTaken(await guardedPost({ url, body, allowPrivate }, outside), READING, now);
      }),
  };
}
