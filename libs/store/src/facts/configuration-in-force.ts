import { type FormerOwner, pathPattern, tenuresOfOwners } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import { defineInsert } from '../engine/insert.js';

/** What the configuration says that views need to know. */
export interface ConfigurationInForce {
  readonly statedAt: Instant;
  /** The environments that are production. */
  readonly production: readonly string[];
  readonly services: Readonly<Record<string, StatedService>>;
}

interface StatedService {
  readonly team?: string | undefined;
  readonly formerly?: readonly FormerOwner[] | undefined;
  readonly owner?: string | undefined;
  readonly repository?: string | undefined;
  readonly paths: readonly string[];
  readonly tier?: number | undefined;
  readonly runbookUrl?: string | undefined;
  readonly sloUrl?: string | undefined;
  readonly dashboardUrl?: string | undefined;
}

/** One row says all of it, so that no reader ever sees half. The one stated last counts. */
export const insertConfigurationInForce = defineInsert({
  name: 'insert-configuration-in-force',
  table: 'configuration_in_force',
  columns: ['stated_at', 'production', 'services'],
  row: ({ statedAt, production, services }: ConfigurationInForce) => [
    statedAt,
    production,
    Object.entries(services).map(([name, service]) => ({
      name,
      team: service.team ?? '',
      owner: service.owner ?? '',
      repository: service.repository ?? '',
      tier: service.tier ?? null,
      runbook_url: service.runbookUrl ?? '',
      slo_url: service.sloUrl ?? '',
      dashboard_url: service.dashboardUrl ?? '',
      path_pattern: pathPattern(service.paths),
      tenures: tenuresOfOwners(service).map(({ since, team }) => ({ since, team: team ?? '' })),
    })),
  ],
});
