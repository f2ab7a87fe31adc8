import { z } from 'zod';
import { plainName } from '../../values.js';
import { defineSection } from '../section.js';

const receivers = z.array(plainName).max(100);

const routes = z.strictObject({
  /** By the team of the service. */
  teams: z.record(plainName, receivers).default({}),
  /** By the owner of the service. */
  owners: z.record(plainName, receivers).default({}),
  /** Of services whose team and owner are not named above. */
  otherwise: receivers.default([]),
});

export type Routes = z.output<typeof routes>;

const NOBODY: Routes = { teams: {}, owners: {}, otherwise: [] };

/** Who is told of what is whose, where a rule says `owners`. */
export const routesSection = defineSection({
  schema: routes.default(NOBODY),
  describe: ({ teams, owners, otherwise }) => [
    ...Object.entries(teams).map(
      ([team, told]) => `Of what is team ${team}’s ${told.join(', ')} are told.`,
    ),
    ...Object.entries(owners).map(
      ([owner, told]) => `Of what is ${owner}’s ${told.join(', ')} are told.`,
    ),
    ...(otherwise.length === 0 ? [] : [`Of everything else ${otherwise.join(', ')} are told.`]),
  ],
});
