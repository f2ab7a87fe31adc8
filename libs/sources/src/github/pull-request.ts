import { z } from 'zod';
import { reading } from '../reading.js';
import { type EventInput, events } from '../source.js';
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
    /** Its commits, oldest first. No webhook lists them; an import, which can ask for them, adds them. */
    commit_shas: z.array(z.string()).nullish(),
  }),
});

/**
 * Whatever happened to a pull request, the payload carries how it is now.
 *
 * @param source whose payload it is: others send pull requests in GitHub's form
 */
export const pullRequestReader = (source: string) =>
  reading(payload, ({ action, repository, pull_request: pull }) => {
    const change: EventInput = {
      type: 'change',
      source,
      updatedAt: pull.commit_shas ? justAfter(pull.updated_at) : pull.updated_at,
      repository: repository.full_name,
      number: pull.number,
      openedAt: pull.created_at,
      mergedAt: pull.merged_at,
      // Of one that was reopened the time of closing may still be there.
      closedAt: pull.state === 'open' ? undefined : pull.closed_at,
      author: pull.user?.login,
      ...(pull.commit_shas && { commits: pull.commit_shas }),
      headSha: pull.head?.sha,
      // Until it is merged this is a commit that GitHub makes to try the merge. Then it is the commit
      // that brought it to the branch: the merge, the squashed one, or the last of the rebased ones.
      mergeSha: pull.merged_at ? pull.merge_commit_sha : undefined,
      branch: tidyName(pull.head?.ref, 500),
      title: tidyProse(pull.title, 16_384),
      url: webLink(pull.html_url),
      labels: tidyLabels((pull.labels ?? []).map(({ name }) => name)),
    };
    if (action !== 'ready_for_review') return events(change);
    // No other payload says since when it has been ready: a fact of its own, that none of them replaces.
    return events(change, {
      type: 'review',
      source,
      repository: repository.full_name,
      number: pull.number,
      id: `ready ${pull.updated_at}`,
      state: 'ready',
      at: pull.updated_at,
    });
  });

/** What an import knows besides wins over what the webhook of the same moment did not know. */
function justAfter(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : new Date(time + 1).toISOString();
}
