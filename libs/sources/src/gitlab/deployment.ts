import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { idOfJob } from './job.js';
import { outcomeOf } from './outcome.js';
import { namesOfEnvironment, project, user } from './project.js';
import { time } from './time.js';

const payload = z.object({
  status: z.string(),
  status_changed_at: time,
  deployment_id: z.int(),
  /** The job that made it; null if the API or a trigger job did. */
  deployable_id: z.int().nullish(),
  deployable_url: z.string().nullish(),
  environment: z.string(),
  environment_tier: z.string().nullish(),
  ref: z.string().nullish(),
  project,
  user,
  commit_url: z.string().nullish(),
});

/** The one place where the whole hash is. */
const COMMIT = /\/commit\/([0-9a-f]{64}|[0-9a-f]{40})$/i;

/**
 * `deployment`. It says when its status changed and not when it began, so that its end leaves the
 * start out. Where a rule goes by jobs, it would go elsewhere than the job that made it, as another one.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#deployment-events
 */
export const readDeployment = reading(payload, (told, mapping) => {
  const { project, status_changed_at: changedAt, deployable_id: job } = told;
  const status = outcomeOf(told.status);
  if (status === undefined) {
    return ignored(`a deployment that is "${told.status}" has brought nothing out`);
  }
  const isOfJob = typeof job === 'number';
  if (isOfJob && rulesForParts(mapping, 'job', 'stage').deployments.some(({ ignore }) => !ignore)) {
    return ignored(
      'a rule goes by jobs or stages, of which only job events tell: they count instead',
    );
  }
  const [, sha] = COMMIT.exec(told.commit_url ?? '') ?? [];
  const ran = {
    repository: project.path_with_namespace,
    project: project.name,
    environment: namesOfEnvironment(told.environment, told.environment_tier),
    branch: told.ref,
  };
  return runDeployments(mapping, ran, 'deployment', {
    source: 'gitlab',
    repository: project.path_with_namespace,
    id: isOfJob ? idOfJob(job) : `deployment-${told.deployment_id}`,
    sha,
    status,
    startedAt: status === 'in_progress' ? changedAt : undefined,
    finishedAt: status === 'in_progress' ? undefined : changedAt,
    updatedAt: changedAt,
    url: webLink(told.deployable_url),
    actor: told.user?.username ?? undefined,
  });
});
