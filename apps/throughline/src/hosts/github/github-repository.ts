import { z } from 'zod';
import { CommandFailure } from '../../command-failure.js';
import type { HostClient } from '../host-client.js';
import type { ImportedDelivery } from '../import-part.js';

const repositorySchema = z.object({
  name: z.string(),
  full_name: z.string(),
  default_branch: z.string(),
});

/** As the payloads of webhooks carry it. */
export type GitHubRepository = z.output<typeof repositorySchema>;

/** What an import from GitHub was asked for. */
export interface GitHubChoice {
  readonly repository: GitHubRepository;
  /** RFC 3339; what was there before and has not changed since is left out. */
  readonly since: string | undefined;
}

export async function readRepository(
  host: Pick<HostClient, 'get'>,
  name: string,
): Promise<GitHubRepository> {
  const parsed = repositorySchema.safeParse(await host.get(`/repos/${name}`));
  if (parsed.success) return parsed.data;
  throw new CommandFailure(`what GitHub says of ${name} is not understood: check --api`);
}

/** A delivery as the repository's webhook would have made it. */
export function deliveryOf(
  event: string,
  repository: GitHubRepository,
  payload: Readonly<Record<string, unknown>>,
): ImportedDelivery {
  return { headers: { 'x-github-event': event }, payload: { ...payload, repository } };
}

/** Whether a moment lies before the first that was asked for. */
export function isBefore(moment: string, since: string | undefined): boolean {
  return since !== undefined && Date.parse(moment) < Date.parse(since);
}
