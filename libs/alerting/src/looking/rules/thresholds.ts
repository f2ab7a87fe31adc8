import { judgeThreshold, thresholdFinding, type ThresholdSample } from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import {
  metricsParameters,
  type MetricsQuestion,
  type MetricsReport,
  type MetricsRow,
} from '@throughline/reporting';
import { type AlertRuleOf, THRESHOLD_METRICS } from '@throughline/service-kit';
import { inOneWord, subjectOf } from './subjects.js';
import type { IsFiring, Sampled } from './sampled.js';

type ThresholdRule = AlertRuleOf<'threshold'>;

/** A number is looked at now and so often over the time for which it must be beyond its limit. */
const LOOKS_BACK = 4;

/** Whether numbers of `/v1/metrics` are beyond their limit, as they are answered. */
export async function sampleThresholds(
  metrics: Pick<MetricsReport, 'answer'>,
  rule: ThresholdRule,
  services: readonly string[] | undefined,
  environments: readonly string[],
  isFiring: IsFiring,
  at: Instant,
): Promise<readonly Sampled[]> {
  const moments = momentsOf(rule.hold, at);
  const answers = await Promise.all(
    moments.map((moment) => metrics.answer(questionOf(rule, services, environments, moment))),
  );
  const rowsByName = answers.map(
    ({ rows }) => new Map(rows.map((row) => [nameOf(row, rule.per), row])),
  );
  const names = new Set(rowsByName.flatMap((ofMoment) => [...ofMoment.keys()]));
  return [...names]
    .filter((name) => name !== '' || rule.per === 'everything')
    .map((name) => {
      const samples = rowsByName.map((ofMoment, index) =>
        sampleOf(ofMoment.get(name), rule, moments[index] ?? at),
      );
      return sampledOf(rule, name, samples, environments, isFiring);
    });
}

/** Earliest first; the last is now. */
function momentsOf(holdSeconds: number, at: Instant): readonly Instant[] {
  if (holdSeconds === 0) return [at];
  return Array.from({ length: LOOKS_BACK + 1 }, (_, index) =>
    Math.round(at - (holdSeconds * 1000 * (LOOKS_BACK - index)) / LOOKS_BACK),
  );
}

/** '' for what belongs to no service or team. */
function nameOf(row: MetricsRow, per: ThresholdRule['per']): string {
  return per === 'everything' ? '' : (row.group[per] ?? '');
}

function sampledOf(
  rule: ThresholdRule,
  name: string,
  samples: readonly ThresholdSample[],
  environments: readonly string[],
  isFiring: IsFiring,
): Sampled {
  const { metric, direction, limit, atLeast, window, hold, per, severity } = rule;
  const subject = subjectOf(per, name, environments);
  const newest = samples.at(-1) ?? { at: 0, value: null, n: 0 };
  return {
    subject,
    state: judgeThreshold(samples, { direction, limit, atLeast }, isFiring(subject)),
    finding: thresholdFinding(newest, {
      ...{ direction, limit, atLeast, severity },
      metric: metricInWords(metric),
      unit: THRESHOLD_METRICS[metric].unit,
      windowSeconds: window,
      holdSeconds: hold,
      where: inOneWord(per, name),
    }),
  };
}

function questionOf(
  { metric, window, per }: ThresholdRule,
  services: readonly string[] | undefined,
  environments: readonly string[],
  at: Instant,
): MetricsQuestion {
  const [name = ''] = metric.split('.');
  return {
    ...metricsParameters.parse({ metrics: name }),
    from: formatInstant(at - window * 1000),
    to: formatInstant(at),
    groupBy: per === 'everything' ? 'none' : per,
    service: services === undefined ? undefined : [...services],
    environment: [...environments],
  };
}

/** Of what had no row then nothing is known: it was not beyond its limit. */
function sampleOf(
  row: MetricsRow | undefined,
  { metric }: ThresholdRule,
  at: Instant,
): ThresholdSample {
  if (row === undefined) return { at, value: null, n: 0 };
  return {
    at,
    value: numberAt(row, metric),
    n: numberAt(row, THRESHOLD_METRICS[metric].over) ?? 0,
  };
}

function numberAt(row: MetricsRow, path: string): number | null {
  const value = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], row);
  return typeof value === 'number' ? value : null;
}

/** What the names of numbers do not say by themselves. */
const IN_WORDS: Readonly<Record<string, string>> = {
  p50: 'median',
  kaplanMeier: 'Kaplan–Meier',
  leadTimeStages: 'lead time',
};

/** `changeLeadTime.p50` as `change lead time, median`; `changeFailRate.rate` as `change fail rate`. */
function metricInWords(metric: string): string {
  return metric
    .split('.')
    .filter((part) => part !== 'rate')
    .map(
      (part) => IN_WORDS[part] ?? part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    )
    .join(', ');
}
