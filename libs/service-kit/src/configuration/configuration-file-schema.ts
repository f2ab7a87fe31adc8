import { z } from 'zod';
import { alertsSection } from './sections/alerting/alerts.js';
import { checkNamedReceivers } from './sections/alerting/named-receivers.js';
import { quietHoursSection } from './sections/alerting/quiet-hours.js';
import { receiversSection } from './sections/alerting/receivers.js';
import { routesSection } from './sections/alerting/routes.js';
import { silencesSection } from './sections/alerting/silences.js';
import { badgesSection } from './sections/badges.js';
import { definitionsSection } from './sections/definitions.js';
import { environmentsSection } from './sections/environments.js';
import { publicUrlSection } from './sections/public-url.js';
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
  publicUrl: publicUrlSection,
  receivers: receiversSection,
  routes: routesSection,
  quietHours: quietHoursSection,
  silences: silencesSection,
  alerts: alertsSection,
};

export const configurationFileSchema = z.strictObject({
  environments: SECTIONS.environments.schema,
  services: SECTIONS.services.schema,
  sources: SECTIONS.sources.schema,
  definitions: SECTIONS.definitions.schema,
  tokens: SECTIONS.tokens.schema,
  badges: SECTIONS.badges.schema,
  publicUrl: SECTIONS.publicUrl.schema,
  receivers: SECTIONS.receivers.schema,
  routes: SECTIONS.routes.schema,
  quietHours: SECTIONS.quietHours.schema,
  silences: SECTIONS.silences.schema,
  alerts: SECTIONS.alerts.schema,
});

/** The file, and what its sections say of each other. */
export const configurationFile = configurationFileSchema.superRefine(checkNamedReceivers);

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
    ...SECTIONS.publicUrl.describe(file.publicUrl),
    ...SECTIONS.receivers.describe(file.receivers),
    ...SECTIONS.routes.describe(file.routes),
    ...SECTIONS.quietHours.describe(file.quietHours),
    ...SECTIONS.silences.describe(file.silences),
    ...SECTIONS.alerts.describe(file.alerts),
  ];
}
