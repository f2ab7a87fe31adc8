import { z } from 'zod';
import type { Frame } from '../answers/frame.js';

const names = (what: string) =>
  z.string().min(1).optional().describe(`Only ${what}; several are separated by commas.`);

/** Which stretch of time. */
export const windowInput = {
  from: z
    .string()
    .optional()
    .describe('First day (2026-03-01) or moment, inclusive. Default: 90 days before `to`.'),
  to: z.string().optional().describe('The first day or moment left out. Default: now.'),
  timezone: z.string().optional().describe('IANA name, where days begin. Default: UTC.'),
};

/** Which deployments. */
export const scopeInput = {
  service: names('these services (list_services has the names)'),
  team: names('the services of these teams'),
  repository: names('these repositories'),
  environment: names('these environments; default: production'),
};

export const definitionInput = {
  definition: z
    .string()
    .optional()
    .describe('Which definition of the metrics (list_definitions). Default: dora.'),
};

export const filterInput = { ...windowInput, ...scopeInput, ...definitionInput };

export const groupByInput = z
  .enum(['none', 'service', 'team', 'repository', 'environment'])
  .default('none')
  .describe('One row for each of these.');

/** How many of a list, and where in it. */
export const rowsInput = (most: number, usual: number) => ({
  limit: z.int().min(1).max(most).default(usual).describe('At most so many rows.'),
  offset: z.int().min(0).default(0).describe('Rows to skip: the rest of a long answer.'),
});

/** What every text about a stretch of time begins with. */
export function heading({ from, to, timezone, definition }: Frame): string {
  return `${dayOf(from)} up to ${dayOf(to)} (${timezone}), definition ${definition.id} version ${definition.version}.`;
}

/** `2026-03-01`, or the moment where it is none that a day begins with in UTC. */
export function dayOf(moment: string): string {
  return moment.replace('T00:00:00.000Z', '');
}
