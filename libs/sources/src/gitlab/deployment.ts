import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { gitlabTime } from './gitlab-time.js';
import { project, repositoryOf } from './project.js';

const payload = z.object({
  status: z.string(),
  status_changed_at: z.string(),
  deployment_id: z.int(),
  deployable_url: z.string().nullish(),
  environment: z.string(),
  project,
  user: z.object({ username: z.string().nullish() }).nullish(),
  /** Its last part is the whole hash, of which the payload has only the beginning. */
  commit_url: z.string().nullish(),
  ref: z.string().nullish(),
});

/** https://docs.gitlab.com/api/deployments; `blocked`, `approved` and `rejected` are about permission. */
const STATUSES = new Map([
  ['running', 'in_progress'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
]);

const SHA_OF_ADDRESS = /\/commit\/([0-9a-f]{64}|[0-9a-f]{40})(?:[/?#]|$)/i;

export const readDeployment = reading(payload, (told, mapping) => {
  const status = STATUSES.get(told.status);
  if (status === undefined) return ignored(`the status "${told.status}" is not how one went`);
  const repository = repositoryOf(told.project);
  const run = { repository, environment: told.environment, branch: told.ref };
  const targets = deploymentTargets(mapping, run, 'deployment');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  const at = gitlabTime(told.status_changed_at);
  const [, sha] = SHA_OF_ADDRESS.exec(told.commit_url ?? '') ?? [];
  return events(
    ...targets.map((target) => ({
      type: 'deployment' as const,
      source: 'gitlab',
      ...target,
      id: String(told.deployment_id),
      repository,
      sha,
      status,
      updatedAt: at,
      ...(status === 'in_progress' ? { startedAt: at } : { finishedAt: at }),
      actor: told.user?.username,
      url: webLink(told.deployable_url),
    })),
  );
});
