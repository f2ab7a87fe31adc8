import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { gitlabTime } from './gitlab-time.js';
import { labels, project, repositoryOf, titlesOf } from './project.js';

const payload = z.object({
  user: z.object({ username: z.string().nullish() }).nullish(),
  project,
  labels,
  object_attributes: z.object({
    iid: z.int(),
    title: z.string().nullish(),
    url: z.string().nullish(),
    state: z.string().nullish(),
    action: z.string().nullish(),
    author_id: z.int().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    /** Since 19.1; https://gitlab.com/gitlab-org/gitlab/-/merge_requests/235360. */
    merged_at: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
    squash_commit_sha: z.string().nullish(),
    source_branch: z.string().nullish(),
    last_commit: z.object({ id: z.string() }).nullish(),
  }),
});

type MergeRequest = z.output<typeof payload>['object_attributes'];

/** A merge request as it is now. */
export const readMergeRequest = reading(payload, ({ project, labels, object_attributes: merge }) => {
  const ended = endOf(merge);
  if (ended === undefined) {
    return ignored('it ended before, and older versions of GitLab do not say again when');
  }
  const head = merge.last_commit?.id;
  return events({
    type: 'change',
    source: 'gitlab',
    updatedAt: gitlabTime(merge.updated_at),
    repository: repositoryOf(project),
    number: merge.iid,
    openedAt: gitlabTime(merge.created_at),
    ...ended,
    // `user` is who did what the delivery tells; of the author only a number is told.
    author: merge.author_id === undefined ? undefined : merge.author_id && `gitlab:${merge.author_id}`,
    headSha: head,
    // A fast-forward makes no commit of its own: what was reviewed last is what was merged.
    mergeSha:
      merge.state === 'merged'
        ? (merge.merge_commit_sha ?? merge.squash_commit_sha ?? head)
        : undefined,
    branch: tidyName(merge.source_branch, 500),
    title: tidyProse(merge.title, 16_384),
    url: webLink(merge.url),
    labels: tidyLabels(titlesOf(labels)),
  });
});

/** When it was merged or closed; `undefined` where it was, and the delivery does not tell when. */
function endOf({ state, action, merged_at: mergedAt, updated_at: updatedAt }: MergeRequest) {
  const now = gitlabTime(updatedAt);
  if (state === 'merged') {
    const at = gitlabTime(mergedAt) ?? (action === 'merge' ? now : undefined);
    return at === undefined ? undefined : { mergedAt: at };
  }
  if (state === 'closed') return action === 'close' ? { closedAt: now } : undefined;
  return {};
}
