import {
  durationInWords,
  frequencyInWords,
  frequencyIntervalInWords,
  numberInWords,
  percentInWords,
} from '@throughline/dora';
import type { Comparison } from '../answers/comparison.js';
import type { Numbers } from '../answers/delivery-answer.js';
import { counted } from '../terminal/counted.js';

export type MetricName = Exclude<keyof Comparison, 'start' | 'end'>;

/** A metric of a row, as a person would say it. */
export interface MetricInWords {
  readonly metric: MetricName;
  readonly title: string;
  readonly value: string;
  /** Its 95 % interval. */
  readonly interval: string;
  /** What the interval is of, where that is not the value: a median that counts what is still open. */
  readonly intervalOf?: string;
  /** How many cases it rests on. */
  readonly cases: string;
}

/** What a sentence says of that which cannot be known: a dash would be taken for a zero. */
const UNKNOWN = 'unknown';

export const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  deploymentFrequency: 'Deployment frequency',
  changeLeadTime: 'Change lead time',
  changeFailRate: 'Change fail rate',
  recoveryTime: 'Failed deployment recovery time',
  reworkRate: 'Deployment rework rate',
  timeToRestore: 'Time to restore',
};

/** The metrics that the definition has, in the order in which they are always shown. */
export function metricsInWords(numbers: Numbers): readonly MetricInWords[] {
  const said = [
    frequency(numbers),
    leadTime(numbers),
    failRate(numbers),
    recovery(numbers),
    rework(numbers),
    restore(numbers),
  ];
  return said
    .filter((one) => one !== undefined)
    .map((one) => ({ ...one, title: METRIC_TITLES[one.metric] }));
}

type Said = Omit<MetricInWords, 'title'>;

function frequency({ deploymentFrequency }: Numbers): Said {
  const { deployments, perDay, perDayLow, perDayHigh } = deploymentFrequency;
  return {
    metric: 'deploymentFrequency',
    value: frequencyInWords(perDay),
    interval: frequencyIntervalInWords(perDay, perDayLow, perDayHigh),
    cases: counted(deployments, 'deployment'),
  };
}

function leadTime({ changeLeadTime }: Numbers): Said {
  const { unit, commits, p50, p90, waiting, kaplanMeier } = changeLeadTime;
  return {
    metric: 'changeLeadTime',
    value: p50 === null ? UNKNOWN : `${lasting(p50)} (p90 ${lasting(p90)})`,
    // It goes by when things were begun, the value by when they were deployed.
    ...withOpen(kaplanMeier, 'of all that was begun'),
    cases: `${counted(commits, unit.slice(0, -1))}, ${numberInWords(waiting)} more waiting`,
  };
}

function failRate({ changeFailRate }: Numbers): Said {
  const { failed, deployments } = changeFailRate;
  return {
    metric: 'changeFailRate',
    ...shareOf(changeFailRate),
    cases: `${numberInWords(failed)} of ${counted(deployments, 'deployment')}`,
  };
}

function recovery({ recoveryTime }: Numbers): Said | undefined {
  if (recoveryTime === null) return undefined;
  const { failed, recovered, open, p50, kaplanMeier } = recoveryTime;
  return {
    metric: 'recoveryTime',
    value: lasting(p50),
    ...withOpen(kaplanMeier),
    cases: `${numberInWords(recovered)} of ${numberInWords(failed)} recovered, ${numberInWords(open)} open`,
  };
}

function rework({ reworkRate }: Numbers): Said | undefined {
  if (reworkRate === null) return undefined;
  return {
    metric: 'reworkRate',
    ...shareOf(reworkRate),
    cases: `${numberInWords(reworkRate.rework)} of ${counted(reworkRate.deployments, 'deployment')}`,
  };
}

function restore({ timeToRestore }: Numbers): Said {
  const { incidents, resolved, open, p50, kaplanMeier } = timeToRestore;
  return {
    metric: 'timeToRestore',
    value: lasting(p50),
    ...withOpen(kaplanMeier),
    cases: `${numberInWords(resolved)} of ${counted(incidents, 'incident')} resolved, ${numberInWords(open)} open`,
  };
}

function shareOf({ rate, low, high }: Readonly<Record<'rate' | 'low' | 'high', number | null>>) {
  return {
    value: rate === null ? UNKNOWN : `${percentInWords(rate)} %`,
    interval:
      low === null || high === null ? UNKNOWN : `${percentInWords(low)}–${percentInWords(high)} %`,
  };
}

function withOpen(
  { n, p50, p50Low, p50High }: Numbers['changeLeadTime']['kaplanMeier'],
  over = 'with what is still open',
) {
  if (n === 0) return { interval: UNKNOWN };
  return {
    interval:
      p50Low === null && p50High === null ? UNKNOWN : `${lasting(p50Low)} to ${lasting(p50High)}`,
    intervalOf: `of the median ${over}, ${lasting(p50)}`,
  };
}

function lasting(seconds: number | null): string {
  return seconds === null ? UNKNOWN : durationInWords(seconds);
}
