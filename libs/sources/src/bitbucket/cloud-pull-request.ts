import { z } from 'zod';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { tidyName, tidyProse, webLink } from '../tidy.js';
import { account, idOf, repository } from './cloud-repository.js';

const end = z.object({
  branch: z.object({ name: z.string() }).nullish(),
  commit: z.object({ hash: z.string() }).nullish(),
});

export const pullRequest = z.object({
  id: z.int(),
  title: z.string().nullish(),
  state: z.string(),
  author: account,
  source: end.nullish(),
  merge_commit: z.object({ hash: z.string() }).nullish(),
  created_on: z.string(),
  updated_on: z.string(),
  links: z.object({ html: z.object({ href: z.string().nullish() }).nullish() }).nullish(),
});

const payload = z.object({ repository, pullrequest: pullRequest });

/**
 * `pullrequest:created`, `:updated`, `:fulfilled` and `:rejected`. No payload says when it was merged
 * or declined; the one that tells of it says it by its own time.
 */
export const readCloudPullRequest = reading(payload, ({ repository, pullrequest: pull }) => {
  const merged = pull.state === 'MERGED';
  return events({
    type: 'change',
    source: 'bitbucket',
    updatedAt: pull.updated_on,
    repository: repository.full_name,
    number: pull.id,
    openedAt: pull.created_on,
    mergedAt: merged ? pull.updated_on : undefined,
    closedAt: pull.state === 'OPEN' ? undefined : pull.updated_on,
    author: idOf(pull.author),
    headSha: whole(pull.source?.commit?.hash),
    mergeSha: merged ? whole(pull.merge_commit?.hash) : undefined,
    branch: tidyName(pull.source?.branch?.name, 500),
    title: tidyProse(pull.title, 16_384),
    url: webLink(pull.links?.html?.href),
  });
});

/** In pull requests, Cloud abbreviates hashes to twelve digits, which name no commit for certain. */
function whole(hash: string | undefined): string | undefined {
  return hash !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(hash) ? hash : undefined;
}
