/** Something that a metric needs to know of each thing that it is about. */
export interface QualityCoverage {
  /** The metric, as rows of `GET /v1/metrics` call it. */
  readonly metric: string;
  readonly among: string;
  /** What is known of those that it is known of. */
  readonly known: string;
}

/** What metrics need, by the name under which those can be listed that it is not known of. */
export const QUALITY_COVERAGE = {
  commit_unknown: {
    metric: 'changeLeadTime',
    among: 'commits that deployments shipped',
    known: 'are known with the time they were written',
  },
  change_first_commit_unknown: {
    metric: 'leadTimeStages',
    among: 'merged changes',
    known: 'have a known first commit, where coding begins',
  },
  change_first_review_unknown: {
    metric: 'leadTimeStages',
    among: 'merged changes',
    known: 'have a known first review, where pickup ends',
  },
  deployment_start_unknown: {
    metric: 'leadTimeStages',
    among: 'deployments',
    known: 'have a known start, where waiting ends',
  },
  deployment_repository_unknown: {
    metric: 'deploymentFrequency',
    among: 'deployments',
    known: 'come from a known repository',
  },
  incident_service_unknown: {
    metric: 'changeFailRate',
    among: 'incidents',
    known: 'name a service',
  },
  failure_unrecovered: {
    metric: 'recoveryTime',
    among: 'failed deployments',
    known: 'are known to have been recovered',
  },
  incident_unresolved: {
    metric: 'timeToRestore',
    among: 'incidents',
    known: 'are known to have been resolved',
  },
} as const satisfies Readonly<Record<string, QualityCoverage>>;

export type QualityCoverageName = keyof typeof QUALITY_COVERAGE;

export const QUALITY_COVERAGE_NAMES = Object.keys(
  QUALITY_COVERAGE,
) as readonly QualityCoverageName[];
