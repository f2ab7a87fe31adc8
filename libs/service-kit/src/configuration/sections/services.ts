import { normaliseRepository } from '@throughline/events';
import { z } from 'zod';
import { plainName, webAddress, wholeNumber } from '../values.js';
import { defineSection } from './section.js';

const service = z.strictObject({
  team: plainName.optional(),
  owner: plainName.optional(),
  /** `acme/shop`, or the address it is cloned from, which names the same repository. */
  repository: plainName.transform(normaliseRepository).pipe(plainName).optional(),
  /** Globs of the files in the repository that make up the service; all of them if empty. */
  paths: z.array(z.string().min(1).max(1000)).max(100).default([]),
  /** How much depends on the service; 1 matters most. */
  tier: wholeNumber(0, 100).optional(),
  runbookUrl: webAddress.optional(),
  sloUrl: webAddress.optional(),
  dashboardUrl: webAddress.optional(),
});

/** The catalogue of services by name; events of type `service` can say the same at run time. */
export const servicesSection = defineSection({
  schema: z.record(plainName, service).default({}),
  describe: (services) => {
    const entries = Object.entries(services);
    if (entries.length === 0) {
      return ['No services are described; they appear as their deployments arrive.'];
    }
    return entries.map(([name, { team, tier, repository }]) => {
      const facts = [
        team === undefined ? 'belongs to no team' : `belongs to ${team}`,
        tier === undefined ? undefined : `is of tier ${tier}`,
        repository === undefined ? undefined : `comes from ${repository}`,
      ];
      return `Service ${name} ${facts.filter((fact) => fact !== undefined).join(', ')}.`;
    });
  },
});
