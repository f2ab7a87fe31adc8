import type { ReceiverSettings } from '@throughline/service-kit';
import { z } from 'zod';
import { outcomeOf } from '../delivery-error.js';
import { type AnswerReading, expectTaken } from '../outside/expect-taken.js';
import { guardedPost } from '../outside/guarded-post.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { oneLine } from '../words/one-line.js';
import { shorten } from '../words/shorten.js';
import { pagerdutyEvent } from './pagerduty-event.js';

const refusal = z.object({ errors: z.array(z.string()) });

const EXPLANATION_LIMIT = 300;

/** PagerDuty asks to send again after 429 and 5xx, and never after 400. */
function readingFor(routingKey: string): AnswerReading {
  return {
    final: [400, 401, 403, 404, 413],
    mend: {
      400: 'is the integration key that of an "Events API v2" integration?',
      404: 'is the endpoint right? (in the EU: https://events.eu.pagerduty.com)',
    },
    explain: (body) => {
      const errors = z.string().transform(parsed).pipe(refusal).safeParse(body).data?.errors;
      if (errors === undefined || errors.length === 0) return undefined;
      const said = oneLine(errors.join('; ')).replaceAll(routingKey, '…');
      return shorten(said, EXPLANATION_LIMIT);
    },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Sends events to PagerDuty (Events API v2). */
export function pagerdutyReceiver(
  { routingKey, endpoint, allowPrivate }: Extract<ReceiverSettings, { kind: 'pagerduty' }>,
  outside: Outside,
): Receiver {
  const url = `${endpoint.replace(/\/+$/, '')}/v2/enqueue`;
  const reading = readingFor(routingKey);
  return {
    send: (notification, now) =>
      outcomeOf(async () => {
        const body = JSON.stringify(pagerdutyEvent(notification, routingKey));
        expectTaken(await guardedPost({ url, body, allowPrivate }, outside), reading, now);
      }),
  };
}
