import { tidyName } from '../tidy.js';
import { meets, textsOf } from './conditions.js';
import type { Run } from './deployment-rule.js';
import type { Mapping } from './mapping.js';
import { serviceOf } from './service-of.js';

/** What a run deployed, and where to. */
export interface DeploymentTarget {
  readonly service: string | undefined;
  readonly environment: string;
  readonly kind?: 'deploy' | 'rollback' | 'hotfix';
}

/** Where nobody says where to: what is released is for its users. */
const DEFAULT_ENVIRONMENT = 'production';

/**
 * What a run deployed: nothing, one service, or several that go out as one. The first rule that fits
 * decides; without one it goes by whether the tool itself calls it a deployment.
 */
export function deploymentTargets(
  mapping: Mapping,
  run: Run,
  toolSays: 'deployment' | 'unknown',
): readonly DeploymentTarget[] {
  const toldEnvironment = textsOf(run.environment)[0];
  for (const rule of mapping.deployments) {
    const captured = meets(run, rule.when);
    if (captured === undefined) continue;
    if (rule.ignore) return [];
    const environment =
      rule.environment ?? captured['environment'] ?? toldEnvironment ?? DEFAULT_ENVIRONMENT;
    const services = rule.service ?? [serviceOf(mapping, run, captured['service'])];
    return services.map((service) => ({
      service,
      environment: tidyName(environment, 200) ?? DEFAULT_ENVIRONMENT,
      ...(rule.kind && { kind: rule.kind }),
    }));
  }
  if (toolSays === 'unknown') return [];
  const environment = tidyName(toldEnvironment, 200) ?? DEFAULT_ENVIRONMENT;
  return [{ service: serviceOf(mapping, run), environment }];
}

/** Why nothing came of a run, for the answer to its sender. */
export const NO_DEPLOYMENT =
  'the configuration does not call it a deployment: add a rule to `deployments` of this source if it is one';
