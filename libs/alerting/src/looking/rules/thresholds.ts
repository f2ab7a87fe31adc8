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
  metrics: MetricsReport,
  rule: ThresholdRule,
  services: readonly string[] | undefined,
  environments: readonly string[],
  isFiring: IsFiring,
  at: Instant,
): Promise<readonly Sampled[]> {
  const moments = Array.from({ length: rule.hold === 0 ? 1 : LOOKS_BACK + 1 }, (_, index) =>
    Math.round(at - (rule.hold * 1000 * (LOOKS_BACK - index)) / LOOKS_BACK),
  );
  if (rule.hold === 0) moments.splice(0, 1, at);
  const samples = new Map<string, ThresholdSample[]>();
  const answers = await Promise.all(
    moments.map((moment) => metrics.answer(questionOf(rule, services, environments, moment))),
  );
  for (const [index, { rows }] of answers.entries()) {
    for (const row of rows) {
      const name = rule.per === 'everything' ? '' : (row.group[rule.per] ?? '');
      const ofName = samples.get(name) ?? [];
      ofName.push(sampleOf(row, rule, moments[index] ?? at));
      samples.set(name, ofName);
    }
  }
  return [...samples]
    .filter(([name]) => name !== '' || rule.per === 'everything')
    .map(([name, ofName]) => sampledOf(rule, name, ofName, environments, isFiring));
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

function sampleOf(row: MetricsRow, { metric }: ThresholdRule, at: Instant): ThresholdSample {
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

/** `changeLeadTime.p50` as `change lead time, p50`. */
function metricInWords(metric: string): string {
  const [name = '', part = ''] = metric.split('.');
  const words = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return part === 'rate' ? words(name) : `${words(name)}, ${words(part)}`;
}
