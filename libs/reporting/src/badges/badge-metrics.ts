import {
  durationInWords,
  frequencyInWords,
  type MetricName,
  type RateOfDeployments,
  rateInWords,
} from '@throughline/dora';
import type { MetricsRow } from '../metrics/metrics-row.js';

/** A metric as a badge shows it. */
export interface BadgeMetric {
  /** What the metrics of a row call it. */
  readonly metric: MetricName;
  /** What stands on the left, if nobody wants something else there. */
  readonly label: string;
  /** Its value in words; undefined where it cannot be known. */
  readonly value: (row: Partial<MetricsRow>) => string | undefined;
}

/** The metrics that there are badges of, by their name in an address. */
export const BADGE_METRICS: Readonly<Record<string, BadgeMetric>> = {
  'deployment-frequency': {
    metric: 'deploymentFrequency',
    label: 'deployments',
    value: ({ deploymentFrequency }) => said(deploymentFrequency?.perDay, frequencyInWords),
  },
  'change-lead-time': {
    metric: 'changeLeadTime',
    label: 'change lead time',
    value: ({ changeLeadTime }) => said(changeLeadTime?.p50, durationInWords),
  },
  'change-fail-rate': {
    metric: 'changeFailRate',
    label: 'change fail rate',
    value: ({ changeFailRate }) => share(changeFailRate),
  },
  'recovery-time': {
    metric: 'recoveryTime',
    label: 'recovery time',
    value: ({ recoveryTime }) => said(recoveryTime?.p50, durationInWords),
  },
  'rework-rate': {
    metric: 'reworkRate',
    label: 'rework rate',
    value: ({ reworkRate }) => share(reworkRate),
  },
};

function said(value: number | null | undefined, words: (value: number) => string) {
  return value === null || value === undefined ? undefined : words(value);
}

/** The rate and of how many it is; its interval has no room. */
function share(rate: RateOfDeployments | null | undefined): string | undefined {
  return rate === null || rate === undefined || rate.rate === null
    ? undefined
    : rateInWords(rate)[0];
}
