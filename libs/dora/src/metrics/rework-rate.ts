import type { Definition } from '../definitions/definition.js';
import type { Judged } from '../failures/judge.js';
import { type Rate, wilson } from '../statistics/wilson.js';
import { leftOut } from './change-fail-rate.js';
import { countOf, type Entry } from './entry.js';

export interface ReworkRate extends Rate {
  readonly rework: number;
  readonly deployments: number;
}

export function reworkEntries(judged: readonly Judged[], { failure }: Definition): Entry<Judged>[] {
  return judged.map((subject): Entry<Judged> => {
    const left = leftOut(subject, { ...failure, withoutRollbacks: false });
    if (left !== undefined) return { subject, rule: left, numerator: false, denominator: false };
    const { reworkSign } = subject;
    return {
      subject,
      rule: reworkSign ?? 'planned',
      numerator: reworkSign !== undefined,
      denominator: true,
    };
  });
}

export function reworkRate(entries: readonly Entry<Judged>[]): ReworkRate {
  const rework = countOf(entries, 'numerator');
  const deployments = countOf(entries, 'denominator');
  return { rework, deployments, ...wilson(rework, deployments) };
}
