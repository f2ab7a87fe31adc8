import { revertedCommits } from '@throughline/sources';
import { z } from 'zod';
import type { ImportPart } from '../import-part.js';
import { readItems } from '../read-items.js';
import type { GitLabChoice, GitLabProject } from './gitlab-project.js';

/** https://docs.gitlab.com/api/commits/#list-repository-commits */
const commitSchema = z.object({
  id: z.string(),
  parent_ids: z.array(z.string()),
  message: z.string().default(''),
  author_email: z.string().nullish(),
  authored_date: z.string(),
  committed_date: z.string(),
});

/**
 * Every commit of the repository, not only those of the default branch: a deployment may be of another.
 * They have the parents that a push does not tell, and win over what one lets us infer, whenever they
 * arrive.
 */
export function commitsPart({ project, since }: GitLabChoice): ImportPart {
  const query = new URLSearchParams({ all: 'true', per_page: '100', ...(since && { since }) });
  return {
    name: 'commits',
    firstPage: `/projects/${project.id}/repository/commits?${query.toString()}`,
    read: (list) => {
      const { items, unread } = readItems(commitSchema, 'a commit', list);
      const events = items.map((commit) => commitEvent(project, commit));
      return Promise.resolve({ deliveries: [], events, unread, isEnough: false });
    },
  };
}

function commitEvent(project: GitLabProject, commit: z.output<typeof commitSchema>): object {
  const reverts = revertedCommits(commit.message);
  return {
    ...{ type: 'commit', source: 'gitlab', repository: project.path_with_namespace },
    sha: commit.id,
    parents: commit.parent_ids,
    authoredAt: commit.authored_date,
    committedAt: commit.committed_date,
    ...(commit.author_email && { author: commit.author_email }),
    ...(reverts.length > 0 && { reverts }),
  };
}
