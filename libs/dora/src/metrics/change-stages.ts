import type { Instant } from '@throughline/events';
import type { Place } from '../facts/facts.js';

/** The moments of a change's way to production; an absent one is not known. */
export interface ChangeMoments {
  readonly firstCommitAt?: Instant | undefined;
  readonly openedAt: Instant;
  readonly firstReviewAt?: Instant | undefined;
  readonly mergedAt: Instant;
  readonly deploymentStartedAt?: Instant | undefined;
  readonly deploymentFinishedAt?: Instant | undefined;
}

/** A merged change and, once it was there, what first brought it to a service in an environment. */
export interface MergedChange extends ChangeMoments, Place {
  readonly repository: string;
  readonly number: number;
  readonly deploymentId?: string | undefined;
  /** It came with the first deployment ever seen of the service in the environment. */
  readonly baseline: boolean;
}

/** Seconds in each stage, null where a moment is not known or the clocks contradict each other. */
export interface ChangeStages {
  /** First commit to opened. */
  readonly coding: number | null;
  /** Opened to first review. */
  readonly pickup: number | null;
  /** First review to merged. */
  readonly review: number | null;
  /** Merged to the start of the deployment. */
  readonly waiting: number | null;
  /** Start of the deployment to its finish. */
  readonly deploying: number | null;
  /** First commit to the finish of the deployment. */
  readonly total: number | null;
}

export function changeStages(change: ChangeMoments): ChangeStages {
  const started = change.deploymentStartedAt ?? change.deploymentFinishedAt;
  return {
    coding: seconds(change.firstCommitAt, change.openedAt),
    pickup: seconds(change.openedAt, change.firstReviewAt),
    review: seconds(change.firstReviewAt, change.mergedAt),
    waiting: seconds(change.mergedAt, started),
    deploying: seconds(change.deploymentStartedAt, change.deploymentFinishedAt),
    total: seconds(change.firstCommitAt, change.deploymentFinishedAt),
  };
}

function seconds(from: Instant | undefined, to: Instant | undefined): number | null {
  if (from === undefined || to === undefined || to < from) return null;
  return (to - from) / 1000;
}
