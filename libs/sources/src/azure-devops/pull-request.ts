import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { namedBy } from './git-ref.js';
import { actorOf, identity, notification, time } from './notification.js';
import { repository } from './repository.js';

const commit = z.object({ commitId: z.string() }).nullish();

export const pullRequest = z.object({
  repository,
  pullRequestId: z.int(),
  status: z.string(),
  createdBy: identity.nullish(),
  creationDate: z.string(),
  closedDate: time,
  title: z.string().nullish(),
  sourceRefName: z.string().nullish(),
  lastMergeSourceCommit: commit,
  lastMergeCommit: commit,
  labels: z.array(z.object({ name: z.string() })).nullish(),
});

type PullRequest = z.output<typeof pullRequest>;

/** `git.pullrequest.created`, `.updated` and `.merged`: all carry it as it is now. */
export const readPullRequest = reading(notification(pullRequest), ({ createdDate, resource }) => {
  const merged = resource.status === 'completed';
  return events({
    type: 'change',
    source: 'azure-devops',
    updatedAt: createdDate,
    repository: resource.repository.remoteUrl,
    number: resource.pullRequestId,
    openedAt: resource.creationDate,
    mergedAt: merged ? (resource.closedDate ?? createdDate) : undefined,
    // Of one that was reactivated the time of closing may still be there.
    closedAt: resource.status === 'active' ? undefined : resource.closedDate,
    author: actorOf(resource.createdBy),
    headSha: resource.lastMergeSourceCommit?.commitId,
    // Until it is completed this is a commit that Azure DevOps makes to try the merge.
    mergeSha: merged ? resource.lastMergeCommit?.commitId : undefined,
    branch: tidyName(namedBy(resource.sourceRefName).branch, 500),
    title: tidyProse(resource.title, 16_384),
    url: pageOf(resource),
    labels: tidyLabels((resource.labels ?? []).map(({ name }) => name)),
  });
});

/** The payload has addresses of the API only. */
export function pageOf({ repository, pullRequestId }: PullRequest): string | undefined {
  return webLink(`${repository.remoteUrl}/pullrequest/${pullRequestId}`);
}
