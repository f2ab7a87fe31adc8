import type { Instant } from '@throughline/events';
import type { ChangeLeadTimeDefinition } from '../definitions/definition.js';
import { groupBy } from '../grouping/group-by.js';
import { placeKey } from '../facts/facts.js';
import { kaplanMeier, type KaplanMeier, type Observation } from '../statistics/kaplan-meier.js';
import { independentCases } from '../statistics/median-interval.js';
import { type QuantileMethod, type Spread, spread } from '../statistics/quantile.js';
import type { MergedChange } from './change-stages.js';
import { devlakeStages } from './devlake-stages.js';
import { dailyMedians } from './daily-medians.js';
import { type Entry, secondsOf } from './entry.js';

const MILLISECONDS = 1000;
const SECONDS_A_MINUTE = 60;

/** What a row's lead time is made of. */
export interface LeadTimeParts {
  readonly unit: 'commits' | 'changes';
  /** How many of those first shipped in the row have a lead time. */
  readonly timed: number;
  /** What the spread is taken of. */
  readonly seconds: readonly number[];
  /** Of those timed, how many came with each deployment. */
  readonly shippedTogether: readonly number[];
  readonly mergeCommits: number;
  readonly baseline: number;
  /** What had not been shipped by the end of the row. */
  readonly waiting: number;
  /** What began in the row, as far as it has come by now. */
  readonly begun: readonly Observation[];
}

/** How many independent cases a lead time rests on: what came with one deployment waited together. */
export function casesOf(parts: LeadTimeParts): number {
  return independentCases(parts.shippedTogether);
}

export interface ChangeLeadTime extends Spread {
  /** What the definition times: commits, or changes. */
  readonly unit: 'commits' | 'changes';
  /** How many of them have a lead time. */
  readonly commits: number;
  readonly baselineCommits: number;
  readonly mergeCommits: number;
  readonly waiting: number;
  /**
   * Of what began in the row, whenever it was shipped, with what still waits as censored
   * observations. A curve that does not fall to 10 % has no p90: more than that share still waits.
   */
  readonly kaplanMeier: KaplanMeier;
}

export function changeLeadTime(parts: LeadTimeParts, method: QuantileMethod): ChangeLeadTime {
  return {
    unit: parts.unit,
    commits: parts.timed,
    ...spread(parts.seconds, method),
    baselineCommits: parts.baseline,
    mergeCommits: parts.mergeCommits,
    waiting: parts.waiting,
    kaplanMeier: kaplanMeier(parts.begun),
  };
}

/** Changes as a definition times them, whenever they were shipped. */
export function changeEntries(
  changes: readonly MergedChange[],
  definition: ChangeLeadTimeDefinition,
): Entry<MergedChange>[] {
  return changes.map((subject): Entry<MergedChange> => {
    const apart = { subject, numerator: false, denominator: false };
    if (subject.deploymentFinishedAt === undefined) return { ...apart, rule: 'waiting' };
    if (subject.baseline && !definition.withBaseline) return { ...apart, rule: 'baseline' };
    const seconds = leadOfChange(subject, definition, subject.deploymentFinishedAt);
    return { subject, rule: 'shipped', numerator: true, denominator: true, seconds };
  });
}

function leadOfChange(
  change: MergedChange,
  { from }: ChangeLeadTimeDefinition,
  end: Instant,
): number {
  if (from === 'devlake_cycle') return devlakeStages(change).cycle * SECONDS_A_MINUTE;
  return Math.max(0, end - change.mergedAt) / MILLISECONDS;
}

/** The lead times of changes that were shipped in a row, as its definition takes their spread. */
export function secondsOfChanges(
  entries: readonly Entry<MergedChange>[],
  { aggregate }: ChangeLeadTimeDefinition,
  timezone: string,
  method: QuantileMethod,
): number[] {
  if (aggregate === 'all') return secondsOf(entries);
  const booked = entries.flatMap(({ subject, seconds }) =>
    seconds === undefined || subject.deploymentFinishedAt === undefined
      ? []
      : { seconds, at: subject.deploymentFinishedAt, place: placeKey(subject) },
  );
  return dailyMedians(booked, timezone, method);
}

/** The changes of a row, as far as they have come. */
export interface ChangesOfRow {
  /** First shipped in the row. */
  readonly shipped: readonly MergedChange[];
  /** Merged before its end, and not shipped by then. */
  readonly waiting: number;
  /** Merged in the row, whenever they were shipped. */
  readonly merged: readonly MergedChange[];
}

/** @param asOf until when what waits is known to wait */
export function leadTimeOfChanges(
  changes: ChangesOfRow,
  definition: ChangeLeadTimeDefinition,
  timezone: string,
  method: QuantileMethod,
  asOf: Instant,
): LeadTimeParts {
  const entries = changeEntries(changes.shipped, definition);
  const timed = entries.filter(({ numerator }) => numerator);
  const together = groupBy(timed, ({ subject }) => `${placeKey(subject)} ${subject.deploymentId}`);
  return {
    unit: 'changes',
    timed: timed.length,
    seconds: secondsOfChanges(timed, definition, timezone, method),
    shippedTogether: [...together.values()].map(({ length }) => length),
    mergeCommits: 0,
    baseline: entries.length - timed.length,
    waiting: changes.waiting,
    begun: begunEntries(changes.merged, definition, asOf).flatMap(
      ({ seconds, numerator }): Observation[] =>
        seconds === undefined ? [] : [{ seconds, ended: numerator }],
    ),
  };
}

/**
 * Changes that were merged in a row, as far as they have come: above the line those that were
 * shipped, below it with them those that wait, each with what it took or has taken so far.
 *
 * @param asOf until when what waits is known to wait
 */
export function begunEntries(
  merged: readonly MergedChange[],
  definition: ChangeLeadTimeDefinition,
  asOf: Instant,
): Entry<MergedChange>[] {
  return merged.map((subject): Entry<MergedChange> => {
    const { baseline, deploymentFinishedAt } = subject;
    if (baseline && !definition.withBaseline) {
      return { subject, rule: 'baseline', numerator: false, denominator: false };
    }
    const soFar = { ...subject, deploymentFinishedAt: deploymentFinishedAt ?? asOf };
    const seconds = leadOfChange(soFar, definition, soFar.deploymentFinishedAt);
    const ended = deploymentFinishedAt !== undefined;
    return {
      subject,
      rule: ended ? 'shipped' : 'waiting',
      numerator: ended,
      denominator: true,
      seconds,
    };
  });
}
