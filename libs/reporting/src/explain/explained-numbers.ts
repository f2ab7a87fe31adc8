import { type EntryRule, STAGES } from '@throughline/dora';

/** Which things a number looks at. */
export type Account =
  | 'frequency'
  | 'shipped'
  | 'waiting'
  | 'begun'
  | 'stages'
  | 'direct'
  | 'stage'
  | 'failures'
  | 'recovery'
  | 'rework'
  | 'restore';

/** How a number comes from the things that its metric looks at. */
export interface ExplainedNumber {
  readonly account: Account;
  readonly formula: string;
  /** Which of them are above the line; as the metric has it where it does not say. */
  readonly above?: 'denominator' | 'inferred' | 'timed' | readonly EntryRule[];
}

const COUNT = 'the number of items above the line';
const METHOD = 'by the quantile rule of the definition';
const OF_SECONDS: Readonly<Record<string, string>> = {
  p50: `the quantile 0.5 of the seconds of the items above the line, ${METHOD}`,
  p75: `the quantile 0.75 of the seconds of the items above the line, ${METHOD}`,
  p90: `the quantile 0.9 of the seconds of the items above the line, ${METHOD}`,
  mean: 'the sum of the seconds of the items above the line / how many have any',
};

const RATE: Readonly<Record<string, string>> = {
  rate: 'items above the line / items below the line',
  low: 'the lower end of the Wilson interval at 95 % of k items above the line of n below it',
  high: 'the upper end of the Wilson interval at 95 % of k items above the line of n below it',
};

const KAPLAN_MEIER: Readonly<Record<string, string>> = {
  n: 'the number of items below the line',
  ended: COUNT,
  open: 'items below the line less items above it',
  p50: 'the least t at which the Kaplan–Meier curve of the items below the line is 0.5 or less',
  p75: 'the least t at which the Kaplan–Meier curve of the items below the line is 0.25 or less',
  p90: 'the least t at which the Kaplan–Meier curve of the items below the line is 0.1 or less',
  p50Low: 'the lower end of the 95 % interval of that median (Brookmeyer and Crowley)',
  p50High: 'the upper end of the 95 % interval of that median (Brookmeyer and Crowley)',
};

const FREQUENCY: Readonly<Record<string, string>> = {
  deployments: COUNT,
  perDay: 'items above the line / days',
  perDayLow: 'the lower end of the exact Poisson interval at 95 % of their number / days',
  perDayHigh: 'the upper end of the exact Poisson interval at 95 % of their number / days',
  daysWithDeployment: 'the number of different dates of the items above the line',
  medianDaysPerWeek: 'the median over whole ISO weeks of the number of different dates in each',
  medianSecondsBetween:
    'the median of the seconds of the items above the line, which are those since the one before',
};

const NUMBERS: ReadonlyMap<string, ExplainedNumber> = new Map<string, ExplainedNumber>([
  ...entries('deploymentFrequency', FREQUENCY, 'frequency'),
  ['changeLeadTime.unit', { account: 'shipped', formula: 'what the definition times' }],
  ['changeLeadTime.commits', { account: 'shipped', formula: COUNT }],
  ...entries('changeLeadTime', OF_SECONDS, 'shipped'),
  ['changeLeadTime.baselineCommits', { account: 'shipped', formula: COUNT, above: ['baseline'] }],
  ['changeLeadTime.mergeCommits', { account: 'shipped', formula: COUNT, above: ['merge'] }],
  ['changeLeadTime.waiting', { account: 'waiting', formula: COUNT }],
  ...entries('changeLeadTime.kaplanMeier', KAPLAN_MEIER, 'begun'),
  ['leadTimeStages.changes', { account: 'stages', formula: COUNT }],
  ['leadTimeStages.commitsWithoutChange', { account: 'direct', formula: COUNT }],
  ...STAGES.flatMap((stage) =>
    entries(`leadTimeStages.${stage}`, { n: COUNT, ...OF_SECONDS }, 'stage'),
  ),
  ['changeFailRate.failed', { account: 'failures', formula: COUNT }],
  ['changeFailRate.deployments', { account: 'failures', formula: COUNT, above: 'denominator' }],
  ...entries('changeFailRate', RATE, 'failures'),
  ['changeFailRate.inferred', { account: 'failures', formula: COUNT, above: 'inferred' }],
  ['recoveryTime.failed', { account: 'recovery', formula: COUNT, above: 'denominator' }],
  ['recoveryTime.recovered', { account: 'recovery', formula: COUNT }],
  ['recoveryTime.open', { account: 'recovery', formula: COUNT, above: ['open'] }],
  ...entries('recoveryTime', OF_SECONDS, 'recovery'),
  ...entries('recoveryTime.kaplanMeier', KAPLAN_MEIER, 'recovery'),
  ['reworkRate.rework', { account: 'rework', formula: COUNT }],
  ['reworkRate.deployments', { account: 'rework', formula: COUNT, above: 'denominator' }],
  ...entries('reworkRate', RATE, 'rework'),
  ['timeToRestore.incidents', { account: 'restore', formula: COUNT, above: 'denominator' }],
  ['timeToRestore.resolved', { account: 'restore', formula: COUNT }],
  ['timeToRestore.open', { account: 'restore', formula: COUNT, above: ['open'] }],
  ...entries('timeToRestore', OF_SECONDS, 'restore'),
  ...entries('timeToRestore.kaplanMeier', KAPLAN_MEIER, 'restore', 'timed'),
]);

function entries(
  metric: string,
  formulas: Readonly<Record<string, string>>,
  account: Account,
  above?: ExplainedNumber['above'],
): [string, ExplainedNumber][] {
  return Object.entries(formulas).map(([name, formula]) => [
    `${metric}.${name}`,
    { account, formula, ...(above === undefined ? {} : { above }) },
  ]);
}

/** How a number of a row is made, by its name as CSV heads its column. */
export function explainedNumber(name: string): ExplainedNumber | undefined {
  return NUMBERS.get(name);
}
