/** The bounds of three levels; what reaches none of them is low. */
export interface Bounds<Bound> {
  readonly elite: Bound;
  readonly high: Bound;
  readonly medium: Bound;
}

/** At least so many days with a deployment in the median week, or so many deployments in a month or half a year. */
export interface FrequencyBound {
  readonly atLeast: number;
  readonly per: 'week' | 'month' | 'six_months';
}

/** Apache DevLake's reading of a report: contiguous levels, which the report does not have. */
export interface DevlakeEdition {
  readonly kind: 'thresholds';
  readonly id: string;
  readonly title: string;
  readonly recovery: 'timeToRestore' | 'recoveryTime';
  readonly source: string;
  readonly deploymentFrequency: Bounds<FrequencyBound>;
  /** Below so many seconds. */
  readonly changeLeadTime: Bounds<number>;
  readonly recoverySeconds: Bounds<number>;
  /** Up to and including, from 0 to 1. */
  readonly changeFailRate: Bounds<number>;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const SOURCE =
  'apache/incubator-devlake: grafana/dashboards/mysql/DORA.json, "Overall DORA Metrics"';

/**
 * The levels of DevLake's dashboard, with its months of 30 days. One difference: for what happens less than
 * weekly it takes the median number of deployment days of a month or half a year, we the mean number of
 * deployments.
 */
export const DEVLAKE_EDITIONS: readonly DevlakeEdition[] = [
  {
    kind: 'thresholds',
    id: 'devlake-2021',
    title: 'DevLake thresholds after the 2021 report (reference)',
    recovery: 'timeToRestore',
    source: SOURCE,
    deploymentFrequency: {
      elite: { atLeast: 5, per: 'week' },
      high: { atLeast: 1, per: 'month' },
      medium: { atLeast: 1, per: 'six_months' },
    },
    changeLeadTime: { elite: HOUR, high: WEEK, medium: 180 * DAY },
    recoverySeconds: { elite: HOUR, high: DAY, medium: WEEK },
    changeFailRate: { elite: 0.15, high: 0.2, medium: 0.3 },
  },
  {
    kind: 'thresholds',
    id: 'devlake-2023',
    title: 'DevLake thresholds after the 2023 report (reference)',
    recovery: 'recoveryTime',
    source: SOURCE,
    deploymentFrequency: {
      elite: { atLeast: 5, per: 'week' },
      high: { atLeast: 1, per: 'week' },
      medium: { atLeast: 1, per: 'month' },
    },
    changeLeadTime: { elite: DAY, high: WEEK, medium: 30 * DAY },
    recoverySeconds: { elite: HOUR, high: DAY, medium: WEEK },
    changeFailRate: { elite: 0.05, high: 0.1, medium: 0.15 },
  },
];
