import type { Instant } from '@throughline/events';
import { DORA } from '../definitions/dora.js';
import { FAILURE_RULES, type FailureRule } from '../failures/failure-rules.js';
import type { FailureLink } from '../failures/failure-link.js';
import type { Judged } from '../failures/judge.js';
import { leftOut } from '../metrics/change-fail-rate.js';
import { compareText } from '../shipment/shipment.js';

/** What became of a deployment, and since when that can be known. */
export interface Outcome {
  readonly id: string;
  readonly finishedAt: Instant;
  /** When its failure became known, by the times of the events themselves; absent where it did not fail. */
  readonly failedAt?: Instant | undefined;
  /** The rules that show it to have failed, surest first; empty where it did not. */
  readonly reasons: readonly FailureRule[];
}

/**
 * The outcomes that rules about failures go by: of the deployments of one place those that count in
 * its change fail rate, earliest first. When a failure became known is read from the events, never
 * from when they arrived: so what is sent twice, late or in another order tells the same story, and
 * so does the whole history when it is imported. What a person cleared did not fail, at any time.
 */
export function outcomesOf(judged: readonly Judged[]): Outcome[] {
  return judged
    .filter((one) => leftOut(one, DORA.failure) === undefined)
    .map(outcomeOf)
    .sort(byFinishAndId);
}

function outcomeOf({ deployment, failureReasons }: Judged): Outcome {
  const { id, finishedAt } = deployment;
  if (failureReasons.length === 0) return { id, finishedAt, reasons: [] };
  return {
    id,
    finishedAt,
    failedAt: Math.min(...failureReasons.map(knownAt)),
    reasons: [...new Set(failureReasons.map(({ rule }) => rule))].sort(surestFirst),
  };
}

/** When a reason was there to be seen: not before the deployment that it is about had finished. */
function knownAt({ deployment, incident, remedy, verdict }: FailureLink): Instant {
  const seen =
    incident?.openedAt ?? (remedy && (remedy.finishedAt ?? remedy.startedAt)) ?? verdict?.at;
  return Math.max(deployment.finishedAt, seen ?? deployment.finishedAt);
}

function surestFirst(a: FailureRule, b: FailureRule): number {
  return FAILURE_RULES[b].confidence - FAILURE_RULES[a].confidence || compareText(a, b);
}

export function byFinishAndId(a: Outcome, b: Outcome): number {
  return a.finishedAt - b.finishedAt || compareText(a.id, b.id);
}
