import { z } from 'zod';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { idOf } from './project.js';
import { payloadOfReview, reviewsOf } from './review.js';
import { time } from './time.js';

const payload = payloadOfReview.extend({
  labels: z.array(z.object({ title: z.string() })).nullish(),
  object_attributes: payloadOfReview.shape.object_attributes.extend({
    state: z.string(),
    title: z.string().nullish(),
    source_branch: z.string().nullish(),
    author_id: z.int().nullish(),
    created_at: time,
    merged_at: time.nullish(),
    closed_at: time.nullish(),
    merge_commit_sha: z.string().nullish(),
    squash_commit_sha: z.string().nullish(),
    last_commit: z.object({ id: z.string() }).nullish(),
    /** Its commits, oldest first. No webhook lists them; an import, which can ask for them, adds them. */
    commit_shas: z.array(z.string()).nullish(),
  }),
});

type MergeRequest = z.output<typeof payload>['object_attributes'];

/**
 * `merge_request`: whatever happened to it, the payload carries how it is now, and of its
 * review what just happened.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events
 */
export const readMergeRequest = reading(payload, (told) => {
  const { project, labels, object_attributes: mr } = told;
  const reviews = reviewsOf(told);
  const isMerged = mr.state === 'merged';
  const isOver = isMerged || mr.state === 'closed';
  const endedAt = endOf(mr);
  if (isOver && endedAt === undefined) {
    if (reviews.length > 0) return events(...reviews);
    return ignored(
      `"${mr.action ?? 'no action'}" of a merge request that is ${mr.state} does not say since when it is`,
    );
  }
  const change: EventInput = {
    type: 'change',
    source: 'gitlab',
    // What an import knows besides wins over what the webhook of the same moment did not know.
    updatedAt: mr.commit_shas ? mr.updated_at + 1 : mr.updated_at,
    repository: project.path_with_namespace,
    number: mr.iid,
    openedAt: mr.created_at,
    mergedAt: isMerged ? endedAt : undefined,
    closedAt: isOver ? endedAt : undefined,
    author: idOf(mr.author_id),
    ...(mr.commit_shas && { commits: mr.commit_shas }),
    headSha: mr.last_commit?.id,
    // Without a merge commit it is the squashed one; after a fast-forward, the head itself.
    mergeSha: isMerged ? (mr.merge_commit_sha ?? mr.squash_commit_sha ?? undefined) : undefined,
    branch: tidyName(mr.source_branch, 500),
    title: tidyProse(mr.title, 16_384),
    url: webLink(mr.url),
    labels: tidyLabels((labels ?? []).map(({ title }) => title)),
  };
  return events(change, ...reviews);
});

/**
 * Versions before 19.1 do not say when it was merged, and none says when it was closed
 * (https://gitlab.com/gitlab-org/gitlab/-/merge_requests/235360); the delivery that tells of it says
 * it by its own time.
 */
function endOf({ state, action, ...mr }: MergeRequest) {
  if (state === 'merged') return mr.merged_at ?? (action === 'merge' ? mr.updated_at : undefined);
  return mr.closed_at ?? (action === 'close' ? mr.updated_at : undefined);
}
