import type { MetricId } from '../metrics/metric.js';

/** The unit in which an axis counts: round numbers of days, not of seconds. */
export interface TrendUnit {
  /** How much of the metric's own unit (seconds, a share of 1, deployments a day) is one. */
  readonly one: number;
  /** Beside each number of the axis. */
  readonly sign: string;
  /** Said once, where the sign would be too long to repeat; else empty. */
  readonly name: string;
}

const DURATIONS: readonly TrendUnit[] = [
  { one: 86_400, sign: ' d', name: '' },
  { one: 3_600, sign: ' h', name: '' },
  { one: 60, sign: ' min', name: '' },
];
const SECOND: TrendUnit = { one: 1, sign: ' s', name: '' };

const FREQUENCIES: readonly TrendUnit[] = [
  { one: 1, sign: '', name: 'a day' },
  { one: 1 / 7, sign: '', name: 'a week' },
];
const RARE: TrendUnit = { one: 1 / 30, sign: '', name: 'in 30 days' };

const PERCENT: TrendUnit = { one: 0.01, sign: ' %', name: '' };

/** So that the axis has a few whole numbers, the greatest value is at least two of its units. */
const LEAST = 2;

/** @param greatest the greatest value that is drawn, in the metric's own unit */
export function trendUnit(metric: MetricId, greatest: number): TrendUnit {
  const fits = ({ one }: TrendUnit) => greatest >= LEAST * one;
  switch (metric) {
    case 'changeLeadTime':
    case 'recoveryTime':
      return DURATIONS.find(fits) ?? SECOND;
    case 'deploymentFrequency':
      return FREQUENCIES.find(fits) ?? RARE;
    case 'changeFailRate':
    case 'reworkRate':
      return PERCENT;
  }
}

/** A number of an axis, without the noise of its arithmetic: `0.3`, not `0.30000000000000004`. */
export function onAxis(value: number, { sign }: TrendUnit): string {
  return `${Number(value.toFixed(2))}${sign}`;
}
