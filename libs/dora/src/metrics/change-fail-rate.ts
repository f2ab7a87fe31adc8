import type { FailureDefinition } from '../definitions/definition.js';
import type { Incident } from '../facts/facts.js';
import { FAILURE_RULES } from '../failures/failure-rules.js';
import type { Judged } from '../failures/judge.js';
import { type Rate, wilson } from '../statistics/wilson.js';
import { countOf, type Entry } from './entry.js';

export interface ChangeFailRate extends Rate {
  readonly failed: number;
  readonly deployments: number;
  /** Of the failed ones those that nobody called so: a rule inferred it. */
  readonly inferred: number;
}

/** What counts in a rate of failed deployments: a cancelled one reached nobody, for example. */
export function changeFailEntries(
  judged: readonly Judged[],
  incidents: readonly Incident[],
  definition: FailureDefinition,
): Entry<Judged | Incident>[] {
  const deployments = judged.map((subject): Entry<Judged | Incident> => {
    const left = leftOut(subject, definition);
    if (left !== undefined) return { subject, rule: left, numerator: false, denominator: false };
    if (definition.numerator !== 'failed_deployments') {
      return { subject, rule: 'counted_over', numerator: false, denominator: true };
    }
    const rule = subject.failed ? 'failed' : whyNotFailed(subject);
    return { subject, rule, numerator: subject.failed, denominator: true };
  });
  const aboveTheLine = incidentsAbove(judged, incidents, definition);
  return [
    ...deployments,
    ...aboveTheLine.map((subject) => ({
      subject,
      rule: 'incident' as const,
      numerator: true,
      denominator: false,
    })),
  ];
}

/** What makes a deployment that is not counted as failed one. */
export function whyNotFailed({ cleared }: Judged): 'cleared' | 'did_not_fail' {
  return cleared ? 'cleared' : 'did_not_fail';
}

function incidentsAbove(
  judged: readonly Judged[],
  incidents: readonly Incident[],
  definition: FailureDefinition,
): readonly Incident[] {
  switch (definition.numerator) {
    case 'failed_deployments':
      return [];
    case 'incidents':
      return incidents;
    case 'incident_links':
      return judged
        .filter((one) => leftOut(one, definition) === undefined)
        .flatMap(({ failureReasons }) => failureReasons.flatMap(({ incident }) => incident ?? []));
  }
}

/** Why a deployment counts in no rate of failures, if it does not. */
export function leftOut(
  { deployment, wentBack }: Judged,
  { denominator, withoutRollbacks }: FailureDefinition,
): 'status_not_counted' | 'went_back' | undefined {
  if (!denominator.includes(deployment.status)) return 'status_not_counted';
  return withoutRollbacks && wentBack ? 'went_back' : undefined;
}

export function changeFailRate(entries: readonly Entry<Judged | Incident>[]): ChangeFailRate {
  const failed = countOf(entries, 'numerator');
  const deployments = countOf(entries, 'denominator');
  return {
    failed,
    deployments,
    inferred: entries.filter(isInferred).length,
    ...shareOf(failed, deployments),
  };
}

/**
 * Incidents may be more than the deployments: then they are no share of them, and have no interval.
 * Without a deployment GitLab divides by one.
 */
function shareOf(failed: number, deployments: number): Rate {
  if (failed <= deployments) return wilson(failed, deployments);
  return { rate: failed / Math.max(1, deployments), low: null, high: null };
}

/** Whether a counted failure rests on inference alone. */
export function isInferred({ subject, numerator }: Entry<Judged | Incident>): boolean {
  return (
    numerator &&
    'failureReasons' in subject &&
    subject.failureReasons.every(({ rule }) => !FAILURE_RULES[rule].said)
  );
}
