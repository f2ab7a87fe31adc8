import { z } from 'zod';
import type { HostClient } from '../host-client.js';
import type { ImportedDelivery, ImportPart } from '../import-part.js';
import { readItems, readList } from '../read-items.js';
import { deliveryOf, type GitLabChoice, latestFirst } from './gitlab-project.js';
import { noteSchema, reviewOf } from './reviews.js';

/**
 * Beside what the reader of the webhook takes of it, which is why the rest is passed on.
 * https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests
 */
const mergeRequestSchema = z.looseObject({
  iid: z.int(),
  web_url: z.string().nullish(),
  author: z.object({ id: z.int() }).nullish(),
  labels: z.array(z.string()).nullish(),
  /** Of its head. */
  sha: z.string().nullish(),
});

/** Without the parents: of commits that only the merge request has, this list leaves them empty. */
const commitSchema = z.object({ id: z.string() });

/** Merge requests, each with its reviews and its commits, which no payload of a merge request lists. */
export function changesPart(host: Pick<HostClient, 'all'>, choice: GitLabChoice): ImportPart {
  const { project } = choice;
  return {
    name: 'changes',
    firstPage: latestFirst(choice, 'merge_requests', { state: 'all', scope: 'all' }),
    async read(list) {
      const { items, unread } = readItems(mergeRequestSchema, 'a merge request', list);
      const deliveries: ImportedDelivery[] = [];
      const told = [...unread];
      for (const { iid, ...request } of items) {
        const path = `/projects/${project.id}/merge_requests/${iid}`;
        const commits = await readList(
          host,
          commitSchema,
          `a commit of !${iid}`,
          `${path}/commits?per_page=100`,
        );
        const notes = await readList(
          host,
          noteSchema,
          `a comment on !${iid}`,
          `${path}/notes?order_by=created_at&sort=asc&per_page=100`,
        );
        told.push(...commits.unread, ...notes.unread);
        const { web_url: url, author, labels, sha, ...rest } = request;
        const asDelivered = {
          labels: (labels ?? []).map((title) => ({ title })),
          object_attributes: {
            ...{ ...rest, iid, url, author_id: author?.id },
            last_commit: sha ? { id: sha } : undefined,
            // GitLab lists the newest first.
            commit_shas: commits.items?.map(({ id }) => id).reverse(),
          },
        };
        deliveries.push(
          deliveryOf('merge_request', project, asDelivered),
          ...(notes.items ?? []).flatMap((note) => reviewOf(note, project, asDelivered)),
        );
      }
      return { deliveries, events: [], unread: told, isEnough: false };
    },
  };
}
