import { z } from 'zod';
import type { HostClient } from '../host-client.js';
import type { ImportPart, ReadPage } from '../import-part.js';
import { readItems, readList, unlessWithheld } from '../read-items.js';
import { commitEvent, commitsAddress, commitSchema } from './commits.js';
import { deliveryOf, type GitHubChoice, isBefore } from './github-repository.js';

const deploymentSchema = z.looseObject({
  id: z.int(),
  sha: z.string(),
  created_at: z.string(),
});

const statusSchema = z.looseObject({ state: z.string() });

/** Tells whether the platform has a commit already. */
export type IsKnown = (sha: string) => Promise<boolean>;

/** Deployments with every status they had, and the history of those that were not of the default branch. */
export function deploymentsPart(
  host: Pick<HostClient, 'all' | 'page'>,
  choice: GitHubChoice,
  isKnown: IsKnown,
): ImportPart {
  const { repository, since } = choice;
  const path = `/repos/${repository.full_name}/deployments`;
  /** What this run sent: the platform may not show it yet. */
  const sent = new Set<string>();

  async function historyOf(sha: string): Promise<Pick<ReadPage, 'events' | 'unread'>> {
    const events: object[] = [];
    const unread: string[] = [];
    let next: string | undefined = commitsAddress({ from: sha, choice });
    while (next !== undefined) {
      const address: string = next;
      const page = await unlessWithheld(`the history of ${sha}`, () => host.page(address));
      if ('unread' in page) return { events, unread: [...unread, ...page.unread] };
      const commits = readItems(commitSchema, 'a commit', page.items);
      unread.push(...commits.unread);
      for (const commit of commits.items) {
        if (sent.has(commit.sha) || (await isKnown(commit.sha))) return { events, unread };
        sent.add(commit.sha);
        events.push(commitEvent(repository, commit));
      }
      ({ next } = page);
    }
    return { events, unread };
  }

  return {
    name: 'deployments',
    firstPage: `${path}?per_page=100`,
    async read(list) {
      const { items, unread } = readItems(deploymentSchema, 'a deployment', list);
      const wanted = items.filter(({ created_at: createdAt }) => !isBefore(createdAt, since));
      const deliveries = [];
      const events: object[] = [];
      const told = [...unread];
      for (const deployment of wanted) {
        const history = await historyOf(deployment.sha);
        events.push(...history.events);
        told.push(...history.unread);
        const statuses = await readList(
          host,
          statusSchema,
          `a status of deployment ${deployment.id}`,
          `${path}/${deployment.id}/statuses?per_page=100`,
        );
        told.push(...statuses.unread);
        deliveries.push(
          deliveryOf('deployment', repository, { action: 'created', deployment }),
          ...(statuses.items ?? []).map((status) =>
            deliveryOf('deployment_status', repository, {
              ...{ action: 'created', deployment },
              deployment_status: status,
            }),
          ),
        );
      }
      return { deliveries, events, unread: told, isEnough: wanted.length < items.length };
    },
  };
}
