import { z } from 'zod';
import { cloudEventsOf } from '../cloud-events/cloud-event.js';
import { combined } from '../combined.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { cdEvent, type CdEventReader, kindOfCdEvent } from './cd-event.js';
import { readArtifact, readBuild } from './artifact.js';
import { readChange } from './change.js';
import { readIncident } from './incident.js';
import { readRun } from './run.js';
import { readService } from './service.js';
import { readTicket } from './ticket.js';

const READERS = new Map<string, CdEventReader>([
  ['service', readService],
  ['pipelinerun', readRun],
  ['taskrun', readRun],
  ['incident', readIncident],
  ['ticket', readTicket],
  ['change', readChange],
  ['artifact', readArtifact],
  ['build', readBuild],
]);

/** Events that a tool made up for itself: `dev.cdeventsx.<tool>-<subject>.<predicate>` (custom/README.md). */
const CUSTOM = 'dev.cdeventsx.';

const readOne = reading(cdEvent, (event, mapping): Normalised => {
  const { type } = event.context;
  if (type.startsWith(CUSTOM)) return ignored('a custom event means what its tool says it means');
  const kind = kindOfCdEvent(type);
  if (kind === undefined) return refused(`context.type: "${type}" is no type of CDEvents`);
  const read = READERS.get(kind.subject);
  if (read === undefined) return ignored(`nothing is measured from events of a ${kind.subject}`);
  return read({ ...event, predicate: kind.predicate }, mapping);
});

/** https://cdevents.dev, versions 0.3 to 0.5: bare, or as CloudEvents in any of their modes. */
export const cdevents: Source = {
  name: 'cdevents',
  title: 'CDEvents',
  needs: {
    signature: SHARED_SECRET_IN_WORDS,
    deliveries: [...READERS.keys()].map((subject) => `dev.cdevents.${subject}.*`),
  },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),

  // Source and id are unique together, and the same when an event is sent again (spec.md).
  dedupeKey(payload, headers) {
    const [one, ...more] = cloudEventsOf(payload, headers);
    const parsed = identified.safeParse(one?.data);
    if (!parsed.success || more.length > 0) return undefined;
    return JSON.stringify([parsed.data.context.source, parsed.data.context.id]);
  },

  normalise: (payload, headers, mapping) =>
    combined(cloudEventsOf(payload, headers).map(({ data }) => readOne(data, mapping))),
};

const identified = z.object({ context: cdEvent.shape.context });

/**
 * Whether a value that was sent among events of our own is a CDEvent. Asked of every event, so it is
 * told by hand.
 */
export function isCdEvent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('context' in value)) return false;
  const { context } = value;
  if (typeof context !== 'object' || context === null || !('type' in context)) return false;
  return typeof context.type === 'string' && context.type.startsWith('dev.cdevents');
}

/** A CDEvent that stands by itself. */
export function readCdEvent(value: unknown, mapping: Mapping): Normalised {
  return readOne(value, mapping);
}
