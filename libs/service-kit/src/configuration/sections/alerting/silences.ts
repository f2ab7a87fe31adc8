import { formatInstant } from '@throughline/events';
import { z } from 'zod';
import { moment, plainName } from '../../values.js';
import { defineSection } from '../section.js';
import { alertScope, scopeInWords } from './scope.js';

const silence = z
  .strictObject({
    for: alertScope,
    from: moment.optional(),
    /** A silence without an end is how real failures are missed. */
    until: moment,
    author: plainName,
    reason: plainName,
  })
  .refine(({ from = 0, until }) => until > from, {
    path: ['until'],
    message: 'is not after from',
  });

export type Silence = z.output<typeof silence>;

/** When nobody is told. What still fires at the end is told of then. */
export const silencesSection = defineSection({
  schema: z.array(silence).max(1000).default([]),
  describe: (silences) =>
    silences.map(
      ({ for: scope, until, author, reason }) =>
        `Until ${formatInstant(until)} nobody is told of alerts${scopeInWords(scope)}: ${reason} (${author}).`,
    ),
});
