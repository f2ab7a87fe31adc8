import {
  durationInWords,
  frequencyInWords,
  numberInWords,
  UNKNOWN_IN_WORDS,
} from '@throughline/dora';
import { counted, percentInWords, rangeInWords } from '../words/numbers.js';
import type { Comparison, Row } from './row.js';

export type MetricId =
  'deploymentFrequency' | 'changeLeadTime' | 'changeFailRate' | 'recoveryTime' | 'reworkRate';

/** How one of the metrics is shown, wherever it is. */
export interface Metric {
  readonly id: MetricId;
  readonly title: string;
  /** The title where there is little room. */
  readonly short: string;
  /** The question that it answers. */
  readonly asks: string;
  /** The name under which `GET /v1/explain` opens its value. */
  readonly number: string;
  /** Which direction people hope for; what became of it is for them to judge. */
  readonly better: 'higher' | 'lower';
  /** What is drawn and sorted by; null where it cannot be known. */
  readonly value: (row: Row) => number | null;
  readonly valueInWords: (value: number | null) => string;
  /** How many cases the value rests on, and in words. */
  readonly cases: (row: Row) => number;
  readonly casesInWords: (row: Row) => string;
  /** The same below a heading that says what they are: `9 of 114`. */
  readonly casesBriefly: (row: Row) => string;
  /** The 95 % interval in words; empty where there is none. */
  readonly intervalInWords: (row: Row) => string;
  readonly comparison: (row: Row) => Comparison | null;
}

const deployed = ({ deploymentFrequency: of }: Row) => counted(of?.deployments ?? 0, 'deployment');
const timed = ({ changeLeadTime: of }: Row) =>
  counted(of?.commits ?? 0, of?.unit === 'changes' ? 'change' : 'commit');
/** Empty where the definition has no such metric. */
const partOf = (part: number | undefined, whole: number | undefined) =>
  part === undefined ? '' : `${numberInWords(part)} of ${numberInWords(whole)}`;

const durations = (seconds: number | null) => durationInWords(seconds);
const percents = (share: number | null) =>
  share === null ? UNKNOWN_IN_WORDS : percentInWords(share);

export const METRICS: readonly Metric[] = [
  {
    id: 'deploymentFrequency',
    title: 'Deployment frequency',
    short: 'Deployments',
    asks: 'How often is something deployed?',
    number: 'deploymentFrequency.perDay',
    better: 'higher',
    value: (row) => row.deploymentFrequency?.perDay ?? null,
    valueInWords: frequencyInWords,
    cases: (row) => row.deploymentFrequency?.deployments ?? 0,
    casesInWords: deployed,
    casesBriefly: deployed,
    intervalInWords: ({ deploymentFrequency: of }) =>
      of === undefined ? '' : rangeInWords(of.perDayLow, of.perDayHigh, frequencyInWords),
    comparison: (row) => row.comparison?.deploymentFrequency ?? null,
  },
  {
    id: 'changeLeadTime',
    title: 'Change lead time',
    short: 'Lead time',
    asks: 'How long does a change take to reach production?',
    number: 'changeLeadTime.p50',
    better: 'lower',
    value: (row) => row.changeLeadTime?.p50 ?? null,
    valueInWords: durations,
    cases: (row) => row.changeLeadTime?.commits ?? 0,
    casesInWords: timed,
    casesBriefly: timed,
    intervalInWords: ({ changeLeadTime: of }) =>
      of?.p90 == null ? '' : `90 % within ${durationInWords(of.p90)}`,
    comparison: (row) => row.comparison?.changeLeadTime ?? null,
  },
  {
    id: 'changeFailRate',
    title: 'Change fail rate',
    short: 'Fail rate',
    asks: 'How often does a deployment fail its users?',
    number: 'changeFailRate.rate',
    better: 'lower',
    value: (row) => row.changeFailRate?.rate ?? null,
    valueInWords: percents,
    cases: (row) => row.changeFailRate?.deployments ?? 0,
    casesInWords: ({ changeFailRate: of }) =>
      `${numberInWords(of?.failed ?? 0)} of ${counted(of?.deployments ?? 0, 'deployment')}`,
    casesBriefly: ({ changeFailRate: of }) => partOf(of?.failed, of?.deployments),
    intervalInWords: ({ changeFailRate: of }) =>
      rangeInWords(of?.low ?? null, of?.high ?? null, percents),
    comparison: (row) => row.comparison?.changeFailRate ?? null,
  },
  {
    id: 'recoveryTime',
    title: 'Recovery time',
    short: 'Recovery',
    asks: 'How long until a failed deployment is mended?',
    number: 'recoveryTime.p50',
    better: 'lower',
    value: (row) => row.recoveryTime?.p50 ?? null,
    valueInWords: durations,
    cases: (row) => row.recoveryTime?.recovered ?? 0,
    casesInWords: ({ recoveryTime: of }) =>
      of == null
        ? 'not in this definition'
        : `${numberInWords(of.recovered)} of ${counted(of.failed, 'failure')}`,
    casesBriefly: ({ recoveryTime: of }) => partOf(of?.recovered, of?.failed),
    intervalInWords: ({ recoveryTime: of }) =>
      of == null ? '' : rangeInWords(of.kaplanMeier.p50Low, of.kaplanMeier.p50High, durations),
    comparison: (row) => row.comparison?.recoveryTime ?? null,
  },
  {
    id: 'reworkRate',
    title: 'Rework rate',
    short: 'Rework',
    asks: 'How many deployments mend what another broke?',
    number: 'reworkRate.rate',
    better: 'lower',
    value: (row) => row.reworkRate?.rate ?? null,
    valueInWords: percents,
    cases: (row) => row.reworkRate?.deployments ?? 0,
    casesInWords: ({ reworkRate: of }) =>
      of == null
        ? 'not in this definition'
        : `${numberInWords(of.rework)} of ${counted(of.deployments, 'deployment')}`,
    casesBriefly: ({ reworkRate: of }) => partOf(of?.rework, of?.deployments),
    intervalInWords: ({ reworkRate: of }) =>
      of == null ? '' : rangeInWords(of.low, of.high, percents),
    comparison: (row) => row.comparison?.reworkRate ?? null,
  },
];

export function metricOf(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}

/** So few cases say little about a rate or a median; what rests on them is shown paler. */
const FEW = 10;

export function isFew(metric: Metric, row: Row): boolean {
  return metric.cases(row) < FEW;
}
