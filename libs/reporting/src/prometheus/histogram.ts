import type { Sample } from './exposition.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * Upper bounds of the buckets in seconds. From a quarter of an hour, faster than which no pipeline
 * brings a commit, to a quarter of a year; an hour, a day and a week are among them, since people
 * ask for these.
 */
export const LEAD_TIME_BOUNDS = [
  HOUR / 4,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  WEEK,
  2 * WEEK,
  4 * WEEK,
  13 * WEEK,
];

/** Recoveries are shorter: from five minutes, a rollback by hand, to two weeks. */
export const RECOVERY_BOUNDS = [
  HOUR / 12,
  HOUR / 4,
  HOUR / 2,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  WEEK,
  2 * WEEK,
];

/** Durations in seconds, counted. */
export interface Histogram {
  readonly n: number;
  readonly total: number;
  /** How many are at most each bound; none where there is nothing to count. */
  readonly atMost: readonly number[];
}

/** The samples of a histogram with these labels. */
export function histogramSamples(
  labels: Sample['labels'],
  bounds: readonly number[],
  { n, total, atMost }: Histogram,
): Sample[] {
  const bucket = (le: string, value: number): Sample => ({
    suffix: '_bucket',
    labels: { ...labels, le },
    value,
  });
  return [
    ...bounds.map((bound, index) => bucket(String(bound), atMost[index] ?? 0)),
    bucket('+Inf', n),
    { suffix: '_sum', labels, value: total },
    { suffix: '_count', labels, value: n },
  ];
}

export function sumOfHistograms(
  histograms: readonly Histogram[],
  bounds: readonly number[],
): Histogram {
  const sum = (valueOf: (one: Histogram) => number) =>
    histograms.reduce((all, one) => all + valueOf(one), 0);
  return {
    n: sum(({ n }) => n),
    total: sum(({ total }) => total),
    atMost: bounds.map((_bound, index) => sum(({ atMost }) => atMost[index] ?? 0)),
  };
}
