import { z } from 'zod';
import { type CloudEvent, cloudEventsOf } from '../cloud-events/cloud-event.js';
import { combined } from '../combined.js';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readTektonRun } from './run.js';

/** `dev.tekton.event.pipelinerun.successful.v1`; https://tekton.dev/docs/pipelines/events/ */
const TYPE = /^dev\.tekton\.event\.(?<subject>pipelinerun|taskrun)\.(?<state>[a-z]+)\.v1$/;

const data = z.object({ pipelineRun: z.unknown().optional(), taskRun: z.unknown().optional() });

export const tekton: Source = {
  name: 'tekton',
  title: 'Tekton',
  needs: {
    signature: SHARED_SECRET_IN_WORDS,
    deliveries: ['dev.tekton.event.pipelinerun.*', 'dev.tekton.event.taskrun.*'],
  },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),

  // Source and id are unique together (CloudEvents 1.0).
  dedupeKey(payload, headers) {
    const [one, ...more] = cloudEventsOf(payload, headers);
    if (one?.id === undefined || more.length > 0) return undefined;
    return JSON.stringify([one.source, one.id]);
  },

  normalise: (payload, headers, mapping) =>
    combined(cloudEventsOf(payload, headers).map((event) => readOne(event, mapping))),
};

function readOne(event: CloudEvent, mapping: Mapping): Normalised {
  if (event.type === undefined) return refused('the type of the CloudEvent is missing');
  const { subject, state } = TYPE.exec(event.type)?.groups ?? {};
  if (state === undefined) return ignored(`nothing is measured from "${event.type}"`);
  const parsed = data.safeParse(event.data);
  if (!parsed.success) return refused('the data is no run');
  const run = subject === 'pipelinerun' ? parsed.data.pipelineRun : parsed.data.taskRun;
  return readTektonRun({ run, isTask: subject === 'taskrun', state, time: event.time }, mapping);
}
