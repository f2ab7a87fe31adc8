import type { Incident } from '../facts/facts.js';
import type { FailureLink } from '../failures/failure-link.js';
import type { FailureRule } from '../failures/failure-rules.js';
import type { QualityCheckName } from './quality-checks.js';

const NAMED: ReadonlySet<FailureRule> = new Set(['named_cause', 'sha_match', 'version_match']);

/** The links of an incident: those that the definition believes, and those that it does not. */
export interface LinksOfIncident {
  readonly believed: readonly FailureLink[];
  readonly doubted: readonly FailureLink[];
}

/** Why no deployment is linked to an incident; undefined where one is. */
export function whyUnlinked(
  { services, cause }: Incident,
  { believed, doubted }: LinksOfIncident,
): QualityCheckName | undefined {
  if (believed.length > 0) return undefined;
  if (cause !== undefined && !doubted.some(({ rule }) => NAMED.has(rule))) {
    return 'incident_cause_unknown';
  }
  if (cause === undefined && services.length === 0) return 'incident_names_nothing';
  return 'incident_without_deployment';
}
