/** A number of a row of `/v1/metrics` that a limit can be set to. */
interface ThresholdMetric {
  readonly unit: 'seconds' | 'share' | 'count';
  /** The number of the row that says over how many things it is. */
  readonly over: string;
}

const seconds = (over: string) => ({ unit: 'seconds', over }) as const;
const share = (over: string) => ({ unit: 'share', over }) as const;
const count = (over: string) => ({ unit: 'count', over }) as const;

/** By their place in a row; a limit is a length of time, a share (0.15 or 15%) or a number. */
export const THRESHOLD_METRICS = {
  'deploymentFrequency.perDay': count('deploymentFrequency.deployments'),
  'deploymentFrequency.deployments': count('deploymentFrequency.deployments'),
  'changeLeadTime.p50': seconds('changeLeadTime.commits'),
  'changeLeadTime.p75': seconds('changeLeadTime.commits'),
  'changeLeadTime.p90': seconds('changeLeadTime.commits'),
  'changeLeadTime.mean': seconds('changeLeadTime.commits'),
  'changeLeadTime.waiting': count('changeLeadTime.waiting'),
  'changeFailRate.rate': share('changeFailRate.deployments'),
  'changeFailRate.failed': count('changeFailRate.deployments'),
  'recoveryTime.p50': seconds('recoveryTime.recovered'),
  'recoveryTime.p75': seconds('recoveryTime.recovered'),
  'recoveryTime.p90': seconds('recoveryTime.recovered'),
  'recoveryTime.mean': seconds('recoveryTime.recovered'),
  'recoveryTime.open': count('recoveryTime.failed'),
  'reworkRate.rate': share('reworkRate.deployments'),
  'timeToRestore.p50': seconds('timeToRestore.resolved'),
  'timeToRestore.p75': seconds('timeToRestore.resolved'),
  'timeToRestore.p90': seconds('timeToRestore.resolved'),
  'timeToRestore.mean': seconds('timeToRestore.resolved'),
  'timeToRestore.open': count('timeToRestore.incidents'),
} as const satisfies Readonly<Record<string, ThresholdMetric>>;

export type ThresholdMetricName = keyof typeof THRESHOLD_METRICS;

export const THRESHOLD_METRIC_NAMES = Object.keys(THRESHOLD_METRICS) as ThresholdMetricName[];
