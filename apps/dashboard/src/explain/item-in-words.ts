import type { ExplainAnswer, ExplainItem } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';

/** Where an item stands in the sum. */
export type Side = 'above' | 'below' | 'out';

export function sideOf({ numerator, denominator }: ExplainItem): Side {
  if (numerator) return 'above';
  return denominator ? 'below' : 'out';
}

export const SIDES: Readonly<Record<Side, string>> = {
  above: 'Above the line',
  below: 'Below the line',
  out: 'Left out',
};

/** The rule in words, without what its side says already. */
export function becauseOf({ because }: ExplainItem): string {
  return because.replace(/^left out: /, '');
}

/** What it adds to the durations; of a frequency they are the times between. Empty where it adds none. */
export function secondsInWords(metric: string, { seconds, ended }: ExplainItem): string {
  if (seconds === null) return '';
  const words = durationInWords(seconds);
  if (metric.startsWith('deploymentFrequency.')) return `${words} after the one before`;
  return ended === false ? `${words} so far` : words;
}

const QUANTILES: Readonly<Record<ExplainAnswer['quantile'], string>> = {
  index: 'The quantile q of n values is the one at index floor(q·n) of them sorted.',
  lower: 'Of two values in the middle the median is the smaller.',
  continuous: 'A quantile between two values lies between them in proportion.',
};

/** How quantiles are taken; empty where the number is none. */
export function quantileInWords({
  metric,
  quantile,
  aggregate,
}: Pick<ExplainAnswer, 'metric' | 'quantile' | 'aggregate'>): string {
  if (!/\.(p\d\d|mean)$/.test(metric) || metric.includes('.kaplanMeier.')) return '';
  const of =
    aggregate === 'daily_medians'
      ? ' The values are the medians of each service, environment and date.'
      : '';
  return metric.endsWith('.mean') ? of.trim() : QUANTILES[quantile] + of;
}
