import type { ChangeEvent, ReviewEvent } from '@throughline/events';

/** Changes with the moments that only their reviews tell, where the change itself does not. */
export function withReviews(
  changes: readonly ChangeEvent[],
  reviews: readonly ReviewEvent[],
): readonly ChangeEvent[] {
  return changes.map((change) => {
    const { author, mergedAt = Infinity } = change;
    const steps = reviews.filter(
      ({ repository, number }) => repository === change.repository && number === change.number,
    );
    const byOthers = steps.filter(
      ({ state, reviewer }) => state !== 'ready' && (reviewer === undefined || reviewer !== author),
    );
    const moments = (some: readonly ReviewEvent[]) =>
      some.map(({ at }) => at).sort((a, b) => a - b);
    const approvals = byOthers.filter(({ state, at }) => state === 'approved' && at <= mergedAt);
    return {
      ...change,
      readyAt: change.readyAt ?? moments(steps.filter(({ state }) => state === 'ready')).at(-1),
      firstReviewAt: change.firstReviewAt ?? moments(byOthers)[0],
      approvedAt: change.approvedAt ?? moments(approvals).at(-1),
    };
  });
}
