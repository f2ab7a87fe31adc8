import type { Instant } from '@throughline/events';
import type { ChangeMoments } from './change-stages.js';

const MINUTE = 60_000;

/**
 * The stages of a change as DevLake computes them: whole minutes, each rounded up by itself, null
 * where a moment is not known or the stage would be negative (less than a minute of it is 0).
 *
 * Source: apache/incubator-devlake, backend/plugins/dora/tasks/change_lead_time_calculator.go.
 */
export interface DevlakeStages {
  /** First commit to opened. */
  readonly coding: number | null;
  /** Opened to first review. */
  readonly pickup: number | null;
  /** First review to merged. */
  readonly review: number | null;
  /** Merged to the finish of the deployment. */
  readonly deploy: number | null;
  /** Coding, opened to merged, and deploy; what is not known of them adds nothing. */
  readonly cycle: number;
}

export function devlakeStages(change: ChangeMoments): DevlakeStages {
  const coding = minutes(change.firstCommitAt, change.openedAt);
  const open = minutes(change.openedAt, change.mergedAt);
  const deploy = minutes(change.mergedAt, change.deploymentFinishedAt);
  return {
    coding,
    pickup: minutes(change.openedAt, change.firstReviewAt),
    review: minutes(change.firstReviewAt, change.mergedAt),
    deploy,
    cycle: (coding ?? 0) + (open ?? 0) + (deploy ?? 0),
  };
}

function minutes(from: Instant | undefined, to: Instant | undefined): number | null {
  if (from === undefined || to === undefined) return null;
  // Adding 0 turns the -0 of a part of a minute backwards into 0.
  const rounded = Math.ceil((to - from) / MINUTE) + 0;
  return rounded < 0 ? null : rounded;
}
