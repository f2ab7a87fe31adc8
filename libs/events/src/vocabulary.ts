import { z } from 'zod';
import { artifactReference } from './artifact.js';
import { type Instant, storedTime, timeInput } from './instant.js';
import { repository } from './repository.js';
import { name, prose, sha, url } from './text.js';

/** What the fields of events are made of. An event's shape is the same everywhere but for these. */
export interface Vocabulary {
  readonly time: z.ZodType<Instant>;
  /** The name of a thing, of at most so many characters. */
  readonly name: (maximum: number) => z.ZodType<string>;
  /** Text for people, of at most so many characters. */
  readonly prose: (maximum: number) => z.ZodType<string>;
  readonly sha: z.ZodType<string>;
  readonly url: z.ZodType<string>;
  readonly repository: z.ZodType<string>;
  /** An image reference or a package URL. */
  readonly artifact: z.ZodType<string>;
}

/** As clients write events: every text is checked and brought to one form. */
export const INPUT: Vocabulary = {
  time: timeInput,
  name,
  prose,
  sha,
  url,
  repository,
  artifact: artifactReference,
};

/**
 * As the log keeps them: the ingestor that wrote an event has checked what its texts say, so what
 * is read back is checked for its shape only.
 */
export const STORED: Vocabulary = {
  time: storedTime,
  name: () => z.string(),
  prose: () => z.string(),
  sha: z.string(),
  url: z.string(),
  repository: z.string(),
  artifact: z.string(),
};
