import {
  durationInWords,
  frequencyInWords,
  numberInWords,
  UNKNOWN_IN_WORDS,
} from '@throughline/dora';
import { metricOf } from '../metrics/metric.js';
import { percentInWords } from '../words/numbers.js';

/** The metrics and lists that have numbers but no tile. */
const OTHERS: Readonly<Record<string, string>> = {
  leadTimeStages: 'Lead time stages',
  timeToRestore: 'Time to restore',
  deployment: 'Deployment',
};

/** What the last part of a number's name says of it; its value alone needs no more words. */
const QUANTITIES: Readonly<Record<string, string>> = {
  perDay: '',
  rate: '',
  p50: 'median',
  p75: '75 % are within',
  p90: '90 % are within',
  mean: 'mean',
  sum: 'sum',
  n: 'cases',
  low: 'lower end of the interval',
  high: 'upper end of the interval',
  perDayLow: 'lower end of the interval',
  perDayHigh: 'upper end of the interval',
  p50Low: 'lower end of the median’s interval',
  p50High: 'upper end of the median’s interval',
  daysWithDeployment: 'days with a deployment',
  medianDaysPerWeek: 'days with a deployment a week',
  medianSecondsBetween: 'median time between two',
  baselineCommits: 'commits of a baseline',
  mergeCommits: 'merge commits',
  commitsWithoutChange: 'commits without a change',
  kaplanMeier: 'open ones included',
  leadTime: 'lead time',
};

/** `Change lead time, median` for `changeLeadTime.p50`. */
export function numberTitle(name: string): string {
  const [metric = name, ...quantity] = name.split('.');
  const title = metricOf(metric)?.title ?? OTHERS[metric] ?? metric;
  const words = quantity.map((part) => QUANTITIES[part] ?? part);
  return [title, ...words].filter((part) => part !== '').join(', ');
}

const SECONDS = new Set([
  'p50',
  'p75',
  'p90',
  'mean',
  'sum',
  'p50Low',
  'p50High',
  'medianSecondsBetween',
]);
const SHARES = new Set(['rate', 'low', 'high']);
const FREQUENCIES = new Set(['perDay', 'perDayLow', 'perDayHigh']);

/** A number of `GET /v1/explain` in the words of the page, by what its name says it is. */
export function namedNumberInWords(name: string, value: number | string | null): string {
  if (value === null) return UNKNOWN_IN_WORDS;
  if (typeof value === 'string') return value;
  const quantity = name.slice(name.lastIndexOf('.') + 1);
  if (SECONDS.has(quantity)) return durationInWords(value);
  if (SHARES.has(quantity)) return percentInWords(value);
  if (FREQUENCIES.has(quantity)) return frequencyInWords(value);
  return numberInWords(value);
}
