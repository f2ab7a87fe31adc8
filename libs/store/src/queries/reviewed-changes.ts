/** What anybody but the author said of a change. */
const LOOKS = `arrayFilter(look -> look.3 = '' OR look.3 != change.author, steps.looks)`;

const APPROVALS = `
  arrayFilter(look -> look.2 = 'approved' AND ifNull(look.1 <= change.merged_at, true), ${LOOKS})`;

const firstOf = (looks: string) => `if(empty(${looks}), NULL, arrayMin(${looks}.1))`;
const lastOf = (moments: string) => `if(empty(${moments}), NULL, arrayMax(${moments}))`;

/**
 * Changes with the moments that only their reviews tell, in the place of those that nobody stated with
 * the change itself: when it was last called ready, when somebody else first looked at it, and when it was
 * last approved by the time it was merged.
 *
 * @param changes a selection of whole rows of `changes`
 */
export const withReviews = (changes: string) => `
  SELECT
    change.* EXCEPT (ready_at, first_review_at, approved_at),
    coalesce(change.ready_at, ${lastOf('steps.ready')}) AS ready_at,
    coalesce(change.first_review_at, ${firstOf(LOOKS)}) AS first_review_at,
    coalesce(change.approved_at, ${lastOf(`${APPROVALS}.1`)}) AS approved_at
  FROM (${changes}) AS change
  LEFT JOIN (
    SELECT
      repository,
      number,
      groupArrayIf(at, state = 'ready') AS ready,
      groupArrayIf((at, state, reviewer), state != 'ready') AS looks
    FROM reviews FINAL
    WHERE (repository, number) IN (SELECT repository, number FROM (${changes}))
    GROUP BY repository, number
  ) AS steps ON steps.repository = change.repository AND steps.number = change.number`;
