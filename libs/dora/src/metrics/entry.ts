/**
 * What one thing is to a metric: above the line, below it, both or neither, and the rule that put
 * it there. Numbers are computed from entries only, so whoever is shown the entries can add them up.
 */
export interface Entry<Subject> {
  readonly subject: Subject;
  readonly rule: EntryRule;
  /** Counts above the line: is one of those that the metric is about. */
  readonly numerator: boolean;
  /** Counts below the line: is one of those that they are a part of. */
  readonly denominator: boolean;
  /** What it adds to the durations of the metric; absent where it adds none. */
  readonly seconds?: number;
}

/** The rules by which things are counted and left out, in words. */
export const ENTRY_RULES = {
  succeeded: 'a successful deployment',
  not_successful: 'left out: not a successful deployment',
  unknown_commit: 'left out: its commit is not known',
  failed: 'a failed deployment',
  did_not_fail: 'nothing that the definition believes shows that it failed',
  cleared: 'a person said that it did not fail its users',
  counted_over: 'one of those that incidents are counted over',
  status_not_counted: 'left out: the definition does not count deployments of its status',
  went_back: 'left out: it went back to an older release',
  incident: 'an incident, whatever it is linked to',
  recovered: 'a failure that was recovered',
  open: 'not over yet',
  unplanned: 'rework: unplanned',
  kind: 'rework: of kind rollback or hotfix',
  names_fix: 'rework: it names what it fixes',
  planned: 'no rework',
  resolved: 'a resolved incident',
  resolved_before_opened: 'a resolved incident whose clocks contradict each other: it has no time',
  shipped: 'shipped for the first time',
  merge: 'a merge commit: it carries no lead time',
  baseline: 'came with the first deployment ever seen: since when it was there is not known',
  no_minute: 'left out: it took less than a minute',
  other_row: 'left out: it did not end in the row that it began in',
  waiting: 'not shipped yet',
  stage_unknown:
    'left out: a moment of this stage is not known, or its clocks contradict each other',
} as const;

export type EntryRule = keyof typeof ENTRY_RULES;

/** The durations of a metric's entries, in seconds. */
export function secondsOf(entries: readonly Entry<unknown>[]): number[] {
  return entries.flatMap(({ seconds }) => seconds ?? []);
}

export function countOf(
  entries: readonly Entry<unknown>[],
  side: 'numerator' | 'denominator',
): number {
  return entries.filter((entry) => entry[side]).length;
}
