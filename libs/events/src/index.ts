export * from './alerting/changed.js';
export * from './alerting/decided.js';
export { namesOfArtifact, normaliseArtifact } from './artifact.js';
export * from './event.js';
export { type EventKind, KINDS } from './kinds.js';
export * from './fault.js';
export { fingerprint, fingerprintHex } from './fingerprint.js';
export * from './identity.js';
export {
  EARLIEST_INSTANT,
  formatInstant,
  type Instant,
  LATEST_INSTANT,
  readInstant,
} from './instant.js';
export * from './parse.js';
export { partitionFor } from './partition.js';
export { type QuarantinedEvent, quarantinedEventSchema } from './quarantined.js';
export { type Settlement, SETTLEMENTS, settlementSchema } from './settled.js';
export { normaliseRepository } from './repository.js';
export * from './topics.js';
export {
  DEPLOYMENT_KINDS,
  DEPLOYMENT_STATUSES,
  type DeploymentKind,
  type DeploymentStatus,
} from './types/deployment.js';
export { REVIEW_STATES, type ReviewState } from './types/review.js';
export { asyncApiDocument } from './documents/async-api.js';
export {
  anyInputJsonSchema,
  DOCUMENTED,
  inputJsonSchema,
  storedJsonSchema,
} from './documents/json-schema.js';
