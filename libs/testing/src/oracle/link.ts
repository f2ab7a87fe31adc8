import type { DeploymentEvent, IncidentEvent } from '@throughline/events';
import { CONFIDENCE, type OracleDefinition, type OracleRule } from './definitions.js';
import type { Finished } from './places.js';

/** One reason to say that a deployment failed. */
export interface OracleLink {
  readonly rule: OracleRule;
  readonly failed: Finished;
  /** The incident it is blamed for. */
  readonly incident?: IncidentEvent;
  /** The deployment that mended it. */
  readonly remedy?: DeploymentEvent;
}

/** Whether a definition believes it. */
export function counts({ rule }: OracleLink, definition: OracleDefinition): boolean {
  return definition.rules.includes(rule) && CONFIDENCE[rule] >= definition.minimumConfidence;
}
