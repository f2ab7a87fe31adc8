import type { DeploymentRule } from './deployment-rule.js';
import type { IncidentRule } from './incident-rule.js';

/** What the configuration says of the names that a provider uses. */
export interface Mapping {
  /** Tried in their order; the first that matches decides. */
  readonly deployments: readonly DeploymentRule[];
  readonly incidents: readonly IncidentRule[];
  readonly services: readonly NamedService[];
}

/** A service of the catalogue, by the names it goes by elsewhere. */
export interface NamedService {
  readonly name: string;
  /** `acme/shop`: where its code lives. */
  readonly repository?: string | undefined;
  /** What other tools call it: an application, a project, the id of a service. */
  readonly knownAs: readonly string[];
}

/** Nothing is configured: everything goes by what the provider says. */
export const NO_MAPPING: Mapping = { deployments: [], incidents: [], services: [] };
