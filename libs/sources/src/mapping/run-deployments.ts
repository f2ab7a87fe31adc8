import { events, ignored, type Normalised } from '../source.js';
import type { Run } from './deployment-rule.js';
import { deploymentTargets, NO_DEPLOYMENT } from './deployment-targets.js';
import type { Mapping } from './mapping.js';

/**
 * The deployments that a run was: one for each service that it deployed.
 *
 * @param said what is true of each of them; an id stays the same for the run from start to end
 */
export function runDeployments(
  mapping: Mapping,
  run: Run,
  toolSays: 'deployment' | 'unknown',
  said: { readonly source: string; readonly id: string } & Readonly<Record<string, unknown>>,
): Normalised {
  const targets = deploymentTargets(mapping, run, toolSays);
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(...targets.map((target) => ({ type: 'deployment' as const, ...said, ...target })));
}
