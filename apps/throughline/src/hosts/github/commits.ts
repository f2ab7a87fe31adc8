import { revertedCommits } from '@throughline/sources';
import { z } from 'zod';
import type { ImportPart } from '../import-part.js';
import { readItems } from '../read-items.js';
import type { GitHubChoice, GitHubRepository } from './github-repository.js';

const person = z.object({ date: z.string(), email: z.string().nullish() });

/** https://docs.github.com/rest/commits/commits#list-commits; a pull request's commits are the same. */
export const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({ author: person, committer: person, message: z.string().default('') }),
  author: z.object({ login: z.string().optional() }).nullish(),
  parents: z.array(z.object({ sha: z.string() })),
});

type GitHubCommit = z.output<typeof commitSchema>;

/** With the parents that a push does not tell: whenever it arrives, it wins over what a push lets us infer. */
export function commitEvent(
  { full_name: repository }: GitHubRepository,
  { sha, commit, author, parents }: GitHubCommit,
): object {
  const reverts = revertedCommits(commit.message);
  return {
    ...{ type: 'commit', source: 'github', repository, sha },
    parents: parents.map((parent) => parent.sha),
    authoredAt: commit.author.date,
    committedAt: commit.committer.date,
    author: author?.login ?? commit.author.email,
    ...(reverts.length > 0 && { reverts }),
  };
}

interface CommitListing {
  /** A branch or a commit. */
  readonly from: string;
  readonly choice: GitHubChoice;
}

export function commitsAddress({ from, choice: { repository, since } }: CommitListing): string {
  const query = new URLSearchParams({ sha: from, per_page: '100', ...(since && { since }) });
  return `/repos/${repository.full_name}/commits?${query.toString()}`;
}

/** The history of the default branch. */
export function commitsPart(choice: GitHubChoice): ImportPart {
  const { repository } = choice;
  return {
    name: 'commits',
    firstPage: commitsAddress({ from: repository.default_branch, choice }),
    read: (list) => {
      const { items, unread } = readItems(commitSchema, 'a commit', list);
      const events = items.map((commit) => commitEvent(repository, commit));
      return Promise.resolve({ deliveries: [], events, unread, isEnough: false });
    },
  };
}
