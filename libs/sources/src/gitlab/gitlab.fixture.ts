import { type Provider, provenByStandardWebhook } from '../provider.fixture.js';
import { gitlab } from './gitlab.js';
import * as payloads from './payloads.fixture.js';

const sent = (payload: object) => ({ payload, headers: { 'idempotency-key': 'f5e5f430' } });

export const PROVIDER: Provider = {
  source: gitlab,
  ...provenByStandardWebhook(),
  examples: [
    payloads.PUSH,
    payloads.TAG_PUSH,
    payloads.MERGE_REQUEST,
    {
      ...payloads.MERGE_REQUEST,
      object_attributes: { ...payloads.MERGE_REQUEST.object_attributes, action: 'approved' },
      changes: { draft: { previous: true, current: false } },
    },
    payloads.NOTE,
    payloads.PIPELINE,
    payloads.JOB,
    payloads.DEPLOYMENT,
    payloads.RELEASE,
    payloads.INCIDENT,
    { ...payloads.INCIDENT, object_kind: 'issue' },
    ...payloads.OF_NO_INTEREST,
  ].map(sent),
};
