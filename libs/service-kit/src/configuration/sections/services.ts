import { formatInstant, normaliseRepository } from '@throughline/events';
import { z } from 'zod';
import { moment, plainName, webAddress, wholeNumber } from '../values.js';
import { defineSection } from './section.js';

const service = z.strictObject({
  team: plainName.optional(),
  /** Whose it was before: what it did until then stays with that team. Earliest first. */
  formerly: z
    .array(z.strictObject({ team: plainName, until: moment }))
    .max(100)
    .default([])
    .refine(
      (owners) => owners.every(({ until }, index) => until > (owners[index - 1]?.until ?? -1)),
      'is not in order: list the former teams earliest first, each with the day it gave the service away',
    ),
  owner: plainName.optional(),
  /** `acme/shop`, or the address it is cloned from, which names the same repository. */
  repository: plainName.transform(normaliseRepository).pipe(plainName).optional(),
  /** Globs of the files in the repository that make up the service; all of them if empty. */
  paths: z.array(z.string().min(1).max(1000)).max(100).default([]),
  /** What other tools call it: the name of an application, a project, the id of a service. */
  knownAs: z.array(plainName).max(100).default([]),
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
    return entries.map(([name, { team, formerly, tier, repository }]) => {
      const facts = [
        team === undefined ? 'belongs to no team' : `belongs to ${team}`,
        ...formerly.map(
          (owner) => `belonged to ${owner.team} until ${formatInstant(owner.until).slice(0, 10)}`,
        ),
        tier === undefined ? undefined : `is of tier ${tier}`,
        repository === undefined ? undefined : `comes from ${repository}`,
      ];
      return `Service ${name} ${facts.filter((fact) => fact !== undefined).join(', ')}.`;
    });
  },
});
