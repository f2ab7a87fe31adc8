import { z } from 'zod';
import { CommandFailure } from '../../command-failure.js';
import type { HostClient } from '../host-client.js';
import type { ImportedDelivery } from '../import-part.js';

const projectSchema = z.object({
  id: z.int(),
  name: z.string(),
  path_with_namespace: z.string(),
  /** A project without a commit has none. */
  default_branch: z.string().nullish(),
  web_url: z.string(),
});

/** As the payloads of webhooks carry it. */
export type GitLabProject = z.output<typeof projectSchema>;

/** What an import from GitLab was asked for. */
export interface GitLabChoice {
  readonly project: GitLabProject;
  /** RFC 3339; what has not changed since is left out. */
  readonly since: string | undefined;
}

/** https://docs.gitlab.com/api/projects/#get-a-single-project */
export async function readProject(
  host: Pick<HostClient, 'get'>,
  path: string,
): Promise<GitLabProject> {
  const parsed = projectSchema.safeParse(await host.get(`/projects/${encodeURIComponent(path)}`));
  if (parsed.success) return parsed.data;
  throw new CommandFailure(`what GitLab says of ${path} is not understood: check --api`);
}

/** A delivery as the project's webhook would have made it. */
export function deliveryOf(
  kind: string,
  project: GitLabProject,
  payload: Readonly<Record<string, unknown>>,
): ImportedDelivery {
  return { headers: {}, payload: { object_kind: kind, project, ...payload } };
}

/**
 * The first page of what changed, the newest first: what changes meanwhile moves to the first page, and
 * pushes nothing past the page that is read. It may itself be missed so; the webhook tells it.
 */
export function latestFirst(
  { project, since }: GitLabChoice,
  list: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...{ order_by: 'updated_at', sort: 'desc', per_page: '100' },
    ...more,
    ...(since && { updated_after: since }),
  });
  return `/projects/${project.id}/${list}?${query.toString()}`;
}
