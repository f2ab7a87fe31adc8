import { QUALITY_CHECKS, type QualityCheckName, type QualityCoverageName } from '@throughline/dora';

/** What is listed where something that a metric needs is not known. */
const GAPS: Readonly<Record<QualityCoverageName, string>> = {
  commit_unknown: 'Shipped commits that are not known',
  change_first_commit_unknown: 'Merged changes without a known first commit',
  change_first_review_unknown: 'Merged changes without a known first review',
  deployment_start_unknown: 'Deployments without a known start',
  deployment_repository_unknown: 'Deployments of no known repository',
  incident_service_unknown: 'Incidents that name no service',
  failure_unrecovered: 'Failed deployments not known to be recovered',
  incident_unresolved: 'Incidents not known to be resolved',
};

/** The title of a list of findings, by the name of its check or gap; undefined where there is none. */
export function findingsTitle(name: string): string | undefined {
  if (isCheck(name)) return QUALITY_CHECKS[name].title;
  return isGap(name) ? GAPS[name] : undefined;
}

/** What to do about them; a gap says no more than that something is missing. */
export function findingsRemedy(name: string): string | undefined {
  return isCheck(name) ? QUALITY_CHECKS[name].remedy : undefined;
}

function isCheck(name: string): name is QualityCheckName {
  return Object.hasOwn(QUALITY_CHECKS, name);
}

function isGap(name: string): name is QualityCoverageName {
  return Object.hasOwn(GAPS, name);
}
