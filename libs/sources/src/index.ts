export { revertedCommits } from './git/reverted-commits.js';
export type {
  DeliveryHeaders,
  EventInput,
  Normalised,
  Source,
  SourceNeeds,
  Verification,
} from './source.js';
export { SOURCES } from './sources.js';
