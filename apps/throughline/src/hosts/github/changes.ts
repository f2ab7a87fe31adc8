import { z } from 'zod';
import type { HostClient } from '../host-client.js';
import type { ImportedDelivery, ImportPart } from '../import-part.js';
import { readItems, readList } from '../read-items.js';
import { commitEvent, commitSchema } from './commits.js';
import { deliveryOf, type GitHubChoice, isBefore } from './github-repository.js';

/** Beside what the reader of the webhook takes of it, which is why the rest is passed on. */
const pullSchema = z.looseObject({ number: z.int(), updated_at: z.string() });

const reviewSchema = z.looseObject({ state: z.string() });

/**
 * Pull requests, each with its reviews and its commits, which no payload of a pull request lists. The
 * newest first: what changes meanwhile moves to the first page, and pushes nothing past the page that is
 * read. It may itself be missed so; the webhook tells it.
 */
export function changesPart(host: Pick<HostClient, 'all'>, choice: GitHubChoice): ImportPart {
  const { repository, since } = choice;
  const path = `/repos/${repository.full_name}/pulls`;
  return {
    name: 'changes',
    firstPage: `${path}?state=all&sort=updated&direction=desc&per_page=100`,
    async read(list) {
      const { items, unread } = readItems(pullSchema, 'a pull request', list);
      const wanted = items.filter(({ updated_at: updatedAt }) => !isBefore(updatedAt, since));
      const deliveries: ImportedDelivery[] = [];
      const events: object[] = [];
      const told = [...unread];
      for (const pull of wanted) {
        const reviews = await readList(
          host,
          reviewSchema,
          `a review of #${pull.number}`,
          `${path}/${pull.number}/reviews?per_page=100`,
        );
        const commits = await readList(
          host,
          commitSchema,
          `a commit of #${pull.number}`,
          `${path}/${pull.number}/commits?per_page=100`,
        );
        told.push(...reviews.unread, ...commits.unread);
        events.push(...(commits.items ?? []).map((commit) => commitEvent(repository, commit)));
        const commitShas = commits.items?.map(({ sha }) => sha);
        deliveries.push(
          deliveryOf('pull_request', repository, {
            action: 'synchronize',
            pull_request: { ...pull, commit_shas: commitShas },
          }),
          // The API writes states in capitals where the webhook does not.
          ...(reviews.items ?? []).map((review) =>
            deliveryOf('pull_request_review', repository, {
              action: review.state === 'DISMISSED' ? 'dismissed' : 'submitted',
              review: { ...review, state: review.state.toLowerCase() },
              pull_request: pull,
            }),
          ),
        );
      }
      return { deliveries, events, unread: told, isEnough: wanted.length < items.length };
    },
  };
}
