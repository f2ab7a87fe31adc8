import { normaliseRepository } from '@throughline/events';
import { z } from 'zod';
import { plainName, toggle } from '../values.js';
import { defineSection } from './section.js';

const names = z.array(plainName).max(1000).default([]);

const publicBadges = z.strictObject({
  /** Every badge, also those of the whole organisation. */
  everything: toggle.default(false),
  services: names,
  teams: names,
  repositories: names.transform((all) => all.map(normaliseRepository)),
});

/** What badges show to anyone: the proxies through which sites load the images of a README send no token. */
export type PublicBadges = z.output<typeof publicBadges>;

const NOTHING: PublicBadges = { everything: false, services: [], teams: [], repositories: [] };

export const badgesSection = defineSection({
  schema: z.strictObject({ public: publicBadges.default(NOTHING) }).default({ public: NOTHING }),
  describe: ({ public: { everything, services, teams, repositories } }) => {
    if (everything) return ['Anyone may see every badge.'];
    return [
      ...(services.length === 0 ? [] : [`services ${services.join(', ')}`]),
      ...(teams.length === 0 ? [] : [`teams ${teams.join(', ')}`]),
      ...(repositories.length === 0 ? [] : [`repositories ${repositories.join(', ')}`]),
    ].map((of) => `Anyone may see the badges of ${of}.`);
  },
});
