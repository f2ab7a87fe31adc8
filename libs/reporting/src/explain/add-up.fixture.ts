import {
  oracleExpectation,
  oracleKaplanMeier,
  type OracleQuantile,
  oracleShare,
  oracleSpread,
} from '@throughline/testing';
import type { ExplainAnswer, ExplainItem } from './explain-item.js';

const DAY = 24 * 3600 * 1000;

/** A number from nothing but its items, as its formula says, by code of its own. */
export function addUp(
  metric: string,
  items: readonly ExplainItem[],
  answer: Pick<ExplainAnswer, 'days' | 'quantile' | 'aggregate' | 'from' | 'to'>,
): number | null {
  const above = items.filter(({ numerator }) => numerator);
  const below = items.filter(({ denominator }) => denominator);
  const [, ...path] = metric.split('.');
  const name = path.at(-1) ?? '';
  if (metric.includes('kaplanMeier')) {
    const curve = oracleKaplanMeier(
      below.map(({ seconds, ended }) => ({ seconds: Number(seconds), ended: ended === true })),
    );
    return curve[name as 'p50'];
  }
  switch (name) {
    case 'rate':
    case 'low':
    case 'high':
      return oracleShare(above.length, below.length)[name];
    case 'p50':
    case 'p75':
    case 'p90':
    case 'mean':
      return oracleSpread(durationsOf(above, answer), answer.quantile)[name];
    case 'perDay':
      return above.length / Number(answer.days);
    case 'perDayLow':
      return oracleExpectation(above.length).low / Number(answer.days);
    case 'perDayHigh':
      return oracleExpectation(above.length).high / Number(answer.days);
    case 'daysWithDeployment':
      return new Set(above.map(({ date }) => date)).size;
    case 'medianDaysPerWeek':
      return medianDaysPerWeek(above, answer);
    case 'medianSecondsBetween':
      return oracleSpread(durationsOf(above, { ...answer, aggregate: 'all' }), 'index').p50;
    case 'sum':
      return above.length === 0
        ? null
        : above.reduce((sum, { seconds }) => sum + Number(seconds), 0);
    default:
      return above.length;
  }
}

function durationsOf(
  items: readonly ExplainItem[],
  { aggregate, quantile }: { readonly aggregate: string; readonly quantile: OracleQuantile },
): number[] {
  const timed = items.filter(({ seconds }) => seconds !== null);
  if (aggregate === 'all') return timed.map(({ seconds }) => Number(seconds));
  const days = new Map<string, number[]>();
  for (const { service, environment, date, seconds } of timed) {
    const day = JSON.stringify([service, environment, date]);
    days.set(day, [...(days.get(day) ?? []), Number(seconds)]);
  }
  return [...days.values()].map((ofDay) => Number(oracleSpread(ofDay, quantile).p50));
}

/** In UTC: the tests ask for weeks there only. */
function medianDaysPerWeek(
  items: readonly ExplainItem[],
  { from, to }: { readonly from: string; readonly to: string },
): number | null {
  const dates = new Set(items.map(({ date }) => date));
  const counts: number[] = [];
  for (let day = Math.ceil(Date.parse(from) / DAY) * DAY; day + 7 * DAY <= Date.parse(to);) {
    if (new Date(day).getUTCDay() !== 1) {
      day += DAY;
      continue;
    }
    const week = [0, 1, 2, 3, 4, 5, 6].map((index) =>
      new Date(day + index * DAY).toISOString().slice(0, 10),
    );
    counts.push(week.filter((date) => dates.has(date)).length);
    day += 7 * DAY;
  }
  return oracleSpread(counts, 'index').p50;
}
