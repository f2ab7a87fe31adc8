import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { payload as notified, readExecution } from './execution.js';

/** Harness, by the webhook notifications of its pipelines. */
export const harness: Source = {
  name: 'harness',
  title: 'Harness',
  needs: {
    signature: SHARED_SECRET_IN_WORDS,
    deliveries: [
      'Pipeline Start',
      'Pipeline Success',
      'Pipeline Failed',
      'Pipeline End',
      'Stage …',
    ],
  },

  verify: verifySharedSecret,

  dedupeKey(payload) {
    const { data } = notified.safeParse(payload);
    if (data === undefined) return undefined;
    const { planExecutionId, eventType, stageIdentifier, startTs, endTs } = data.eventData;
    return [planExecutionId, eventType, stageIdentifier, startTs, endTs].join(' ');
  },

  normalise: (payload, _headers, mapping) => readExecution(payload, mapping),
};
