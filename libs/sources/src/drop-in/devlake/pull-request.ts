import { z } from 'zod';
import { tidyLabels, tidyName, tidyProse, webLink } from '../../tidy.js';
import { isCommitHash } from '../commit-hash.js';
import { readingRequest } from '../reading.js';
import { isoTime } from '../times.js';

// backend/plugins/webhook/api/pull_requests.go of apache/incubator-devlake

const request = z.object({
  baseRepoId: z.string().trim().min(1, 'is empty'),
  pullRequestKey: z.int().min(0),
  displayTitle: z.string(),
  createdDate: isoTime,
  mergedDate: isoTime.nullish(),
  closedDate: isoTime.nullish(),
  url: z.string().nullish(),
  authorId: z.string().nullish(),
  authorName: z.string().nullish(),
  mergeCommitSha: z.string().nullish(),
  headCommitSha: z.string().nullish(),
  headRef: z.string().nullish(),
  component: z.string().nullish(),
  type: z.string().nullish(),
});

const REPOSITORY_OF_PAGE =
  /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(?:pulls?|merge_requests|pull-requests|pullrequest)\/\d+/;

/** `POST …/pull_requests`: a change as it is now. */
export const readDevLakePullRequest = readingRequest(request, (pull) => ({
  kind: 'events' as const,
  events: [
    {
      type: 'change' as const,
      source: 'devlake',
      repository: repositoryOf(pull),
      number: pull.pullRequestKey,
      openedAt: pull.createdDate,
      mergedAt: pull.mergedDate,
      closedAt: pull.closedDate,
      author: pull.authorId ? pull.authorId : pull.authorName ? pull.authorName : undefined,
      mergeSha: wholeHash(pull.mergeCommitSha),
      headSha: wholeHash(pull.headCommitSha),
      branch: tidyName(pull.headRef, 500),
      title: tidyProse(pull.displayTitle, 16_384),
      url: webLink(pull.url),
      labels: tidyLabels([pull.type, pull.component]),
    },
  ],
  told: undefined,
}));

/**
 * DevLake wants `webhook:1` as the `baseRepoId` of a connection's own pull requests, which no commit
 * and no deployment is of; the page of the pull request tells the repository.
 */
function repositoryOf({ baseRepoId, url }: z.output<typeof request>): string {
  return REPOSITORY_OF_PAGE.exec(url ?? '')?.[1] ?? baseRepoId;
}

function wholeHash(sha: string | null | undefined): string | undefined {
  return sha && isCommitHash(sha) ? sha : undefined;
}
