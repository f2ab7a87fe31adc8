import { z } from 'zod';
import { badgesSection } from './sections/badges.js';
import { definitionsSection } from './sections/definitions.js';
import { environmentsSection } from './sections/environments.js';
import { servicesSection } from './sections/services.js';
import { sourcesSection } from './sections/sources.js';
import { tokensSection } from './sections/tokens.js';

/** The top-level keys of throughline.yaml. A new one is a file in `sections/`, a line here and one below. */
const SECTIONS = {
  environments: environmentsSection,
  services: servicesSection,
  sources: sourcesSection,
  definitions: definitionsSection,
  tokens: tokensSection,
  badges: badgesSection,
};

export const configurationFileSchema = z.strictObject({
  environments: SECTIONS.environments.schema,
  services: SECTIONS.services.schema,
  sources: SECTIONS.sources.schema,
  definitions: SECTIONS.definitions.schema,
  tokens: SECTIONS.tokens.schema,
  badges: SECTIONS.badges.schema,
});

/** Everything throughline.yaml says, with the defaults of what it leaves out. */
export type ConfigurationFile = z.output<typeof configurationFileSchema>;

/** What the file means, a sentence each. */
export function describeConfigurationFile(file: ConfigurationFile): string[] {
  return [
    ...SECTIONS.environments.describe(file.environments),
    ...SECTIONS.services.describe(file.services),
    ...SECTIONS.sources.describe(file.sources),
    ...SECTIONS.definitions.describe(file.definitions),
    ...SECTIONS.tokens.describe(file.tokens),
    ...SECTIONS.badges.describe(file.badges),
  ];
}
