import { describe, expect, it } from '@jest/globals';
import type { MetricsAnswer, MetricsQuestion, MetricsReport } from '@throughline/reporting';
import { type AlertRuleOf, alertRulesSchema } from '@throughline/service-kit';
import { sampleThresholds } from './thresholds.js';

const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 2, 20);

type Rates = Readonly<Record<string, number>>;

/** Answers with the change fail rate that each service had so many hours ago. */
function reportOf(rates: (hoursAgo: number) => Rates): Pick<MetricsReport, 'answer'> {
  return {
    answer: ({ to }: MetricsQuestion) => {
      const hoursAgo = (NOW - Date.parse(to ?? '')) / HOUR;
      const rows = Object.entries(rates(hoursAgo)).map(([service, rate]) => ({
        group: { service },
        changeFailRate: { rate, deployments: 20 },
      }));
      return Promise.resolve({ rows } as unknown as MetricsAnswer);
    },
  };
}

function ruleOf(given: Readonly<Record<string, unknown>>): AlertRuleOf<'threshold'> {
  const rules = alertRulesSchema.parse([
    {
      ...{ name: 'failing', rule: 'threshold', metric: 'changeFailRate.rate', above: '15%' },
      ...given,
    },
  ]);
  return rules[0] as AlertRuleOf<'threshold'>;
}

async function statesOf(
  rates: (hoursAgo: number) => Rates,
  given: Readonly<Record<string, unknown>> = { hold: '8h' },
  firing: readonly string[] = [],
) {
  const sampled = await sampleThresholds(
    reportOf(rates),
    ruleOf(given),
    undefined,
    ['production'],
    ({ service = '' }) => firing.includes(service),
    NOW,
  );
  return Object.fromEntries(sampled.map(({ subject, state }) => [subject.service ?? '', state]));
}

describe('a limit that has to be passed for eight hours', () => {
  it('is passed by what was beyond it at all five looks', async () => {
    expect(await statesOf(() => ({ api: 0.2, web: 0.1 }))).toEqual({ api: 'holds', web: 'over' });
  });

  it.each([0, 2, 4, 6, 8])('is not passed by what was back %d hours ago', async (back) => {
    expect(await statesOf((hoursAgo) => ({ api: hoursAgo === back ? 0.1 : 0.2 }))).toEqual({
      api: 'over',
    });
  });

  it('is not passed by what there was no number of eight hours ago', async () => {
    expect(await statesOf((hoursAgo): Rates => (hoursAgo === 8 ? {} : { api: 0.2 }))).toEqual({
      api: 'over',
    });
  });

  it('says nothing of what there is no number of any more', async () => {
    const gone = (hoursAgo: number): Rates => (hoursAgo === 0 ? {} : { api: 0.1 });
    expect(await statesOf(gone, { hold: '8h' }, ['api'])).toEqual({ api: 'unknown' });
  });
});

it('looks once at what need not last', async () => {
  expect(await statesOf((hoursAgo): Rates => (hoursAgo === 0 ? { api: 0.2 } : {}), {})).toEqual({
    api: 'holds',
  });
});

it.each([
  ['changeFailRate.rate', { above: '15%' }, 'change fail rate'],
  ['changeLeadTime.p50', { above: '3d' }, 'change lead time, median'],
  ['leadTimeStages.review.p90', { above: '3d' }, 'lead time, review, p90'],
  ['deploymentFrequency.perDay', { above: undefined, below: 0.5 }, 'deployment frequency, per day'],
])('says %s in words', async (metric, given, words) => {
  const sampled = await sampleThresholds(
    reportOf(() => ({ api: 0.2 })),
    ruleOf({ metric, ...given }),
    undefined,
    ['production'],
    () => false,
    NOW,
  );
  expect(sampled[0]?.finding.evidence.numbers[0]?.label).toBe(words);
});
