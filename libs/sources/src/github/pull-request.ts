import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { labels, repository, user } from './repository.js';

const payload = z.object({
  action: z.string(),
  repository,
  pull_request: z.object({
    number: z.int(),
    title: z.string().nullish(),
    html_url: z.string().nullish(),
    state: z.string().nullish(),
    user,
    labels,
    head: z.object({ ref: z.string().nullish(), sha: z.string().nullish() }).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullish(),
    merged_at: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
  }),
});

/**
 * Whatever happened to a pull request, the payload carries how it is now.
 *
 * @param source whose payload it is: others send pull requests in GitHub's form
 */
export const pullRequestReader = (source: string) =>
  reading(payload, ({ action, repository, pull_request: pull }) =>
    events({
      type: 'change',
      source,
      updatedAt: pull.updated_at,
      repository: repository.full_name,
      number: pull.number,
      openedAt: pull.created_at,
      // No payload says since when it has been ready; the one that tells of it says it by its own time.
      readyAt: action === 'ready_for_review' ? pull.updated_at : undefined,
      mergedAt: pull.merged_at,
      // Of one that was reopened the time of closing may still be there.
      closedAt: pull.state === 'open' ? undefined : pull.closed_at,
      author: pull.user?.login,
      headSha: pull.head?.sha,
      // Until it is merged this is a commit that GitHub makes to try the merge. Then it is the commit
      // that brought it to the branch: the merge, the squashed one, or the last of the rebased ones.
      mergeSha: pull.merged_at ? pull.merge_commit_sha : undefined,
      branch: tidyName(pull.head?.ref, 500),
      title: tidyProse(pull.title, 16_384),
      url: webLink(pull.html_url),
      labels: tidyLabels((pull.labels ?? []).map(({ name }) => name)),
    }),
  );
