import { z } from 'zod';
import type { Vocabulary } from './vocabulary.js';

/** Who says so, where nobody else is named. */
export const DEFAULT_SOURCE = 'api';

/** What every event may carry, whatever it is about. */
export function envelope<Type extends string>(type: Type, v: Vocabulary) {
  return {
    type: z.literal(type),
    source: v
      .name(200)
      .default(DEFAULT_SOURCE)
      .describe('Who says so: a tool, a pipeline, a person. Part of the identity of incidents.'),
    updatedAt: v.time
      .optional()
      .describe(
        'When this version of the fact was true; of two versions of one thing the later wins. ' +
          'Default: the latest time in the event, or the time of receipt where it has none.',
      ),
    labels: z.array(v.name(200)).max(100).default([]).describe('Up to 100 labels.'),
  };
}

/** Marks an event that states a fact. */
export const stated = { retracted: z.literal(false).default(false) };

/** Marks an event that withdraws a thing: it carries the identity and needs nothing else, but for a verdict. */
export const withdrawn = { retracted: z.literal(true) };
