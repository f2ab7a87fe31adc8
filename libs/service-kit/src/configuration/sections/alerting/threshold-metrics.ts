/** A number of a row of `/v1/metrics` that a limit can be set to. */
interface ThresholdMetric {
  readonly unit: 'seconds' | 'share' | 'count';
  /** The number of the row that says over how many things it is. */
  readonly over: string;
}

const seconds = (over: string) => ({ unit: 'seconds', over }) as const;
const share = (over: string) => ({ unit: 'share', over }) as const;
const count = (over: string) => ({ unit: 'count', over }) as const;

/** What rows say of how long something took: those that have ended, and with those that have not. */
const spread = <Metric extends string>(metric: Metric, over: string) =>
  ({
    ...plainSpread(metric, over),
    ...under(`${metric}.kaplanMeier`, {
      p50: seconds(`${metric}.kaplanMeier.n`),
      p75: seconds(`${metric}.kaplanMeier.n`),
      p90: seconds(`${metric}.kaplanMeier.n`),
    }),
  }) as const;

const plainSpread = <Metric extends string>(metric: Metric, over: string) =>
  under(metric, {
    p50: seconds(over),
    p75: seconds(over),
    p90: seconds(over),
    mean: seconds(over),
  });

const stage = <Stage extends string>(name: Stage) =>
  plainSpread(`leadTimeStages.${name}`, `leadTimeStages.${name}.n`);

/** By their place in a row; a limit is a length of time, a share (0.15 or 15%) or a number. */
export const THRESHOLD_METRICS = {
  ...under('deploymentFrequency', {
    perDay: count('deploymentFrequency.deployments'),
    deployments: count('deploymentFrequency.deployments'),
    daysWithDeployment: count('deploymentFrequency.deployments'),
    medianDaysPerWeek: count('deploymentFrequency.deployments'),
    medianSecondsBetween: seconds('deploymentFrequency.deployments'),
  }),
  ...spread('changeLeadTime', 'changeLeadTime.commits'),
  'changeLeadTime.waiting': count('changeLeadTime.commits'),
  ...stage('coding'),
  ...stage('pickup'),
  ...stage('review'),
  ...stage('waiting'),
  ...stage('deploying'),
  ...stage('total'),
  ...under('changeFailRate', {
    rate: share('changeFailRate.deployments'),
    failed: count('changeFailRate.deployments'),
    inferred: count('changeFailRate.deployments'),
  }),
  ...spread('recoveryTime', 'recoveryTime.recovered'),
  ...under('recoveryTime', {
    failed: count('recoveryTime.failed'),
    open: count('recoveryTime.failed'),
  }),
  ...under('reworkRate', {
    rate: share('reworkRate.deployments'),
    rework: count('reworkRate.deployments'),
  }),
  ...spread('timeToRestore', 'timeToRestore.resolved'),
  ...under('timeToRestore', {
    incidents: count('timeToRestore.incidents'),
    open: count('timeToRestore.incidents'),
  }),
} as const satisfies Readonly<Record<string, ThresholdMetric>>;

export type ThresholdMetricName = keyof typeof THRESHOLD_METRICS;

export const THRESHOLD_METRIC_NAMES = Object.keys(THRESHOLD_METRICS) as ThresholdMetricName[];

/** The numbers by their whole place: `p50` of `changeLeadTime` is `changeLeadTime.p50`. */
function under<Place extends string, Numbers extends Readonly<Record<string, ThresholdMetric>>>(
  place: Place,
  numbers: Numbers,
) {
  const named = Object.entries(numbers).map(([name, metric]) => [`${place}.${name}`, metric]);
  return Object.fromEntries(named) as {
    readonly [Name in keyof Numbers & string as `${Place}.${Name}`]: Numbers[Name];
  };
}
