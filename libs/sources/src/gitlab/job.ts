import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored, refused } from '../source.js';
import { tidyName } from '../tidy.js';
import { outcomeOf } from './outcome.js';
import { environment, namesOfEnvironment, project, refOf, user } from './project.js';
import { time } from './time.js';

const payload = z.object({
  build_id: z.int(),
  build_name: z.string(),
  build_stage: z.string().nullish(),
  build_status: z.string(),
  build_created_at: time.nullish(),
  build_started_at: time.nullish(),
  build_finished_at: time.nullish(),
  ref: z.string().nullish(),
  tag: z.boolean().nullish(),
  sha: z.string(),
  user,
  /** Of the pipeline, though it is called so. */
  commit: z.object({ name: z.string().nullish() }).nullish(),
  environment,
  project: project.nullish(),
  /** Older versions have no `project`. */
  repository: z.object({ git_http_url: z.string().nullish() }).nullish(),
});

/** What identifies the deployment that a job makes, by the job and by its deployment alike. */
export function idOfJob(id: number): string {
  return `job-${id}`;
}

/**
 * `build`: a job that starts an environment is a deployment to it, and any other one is if a rule that
 * names jobs or stages says so. A job that is run again is another job.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#job-events
 */
export const readJob = reading(payload, (job, mapping) => {
  const status = outcomeOf(job.build_status);
  if (status === undefined) return ignored(`a job that is "${job.build_status}" deploys nothing`);
  const repository = job.project?.path_with_namespace ?? job.repository?.git_http_url;
  if (!repository) return refused('project: is missing');
  const startedAt = job.build_started_at ?? job.build_created_at;
  const finishedAt = job.build_finished_at ?? startedAt;
  const starts = job.environment && (job.environment.action ?? 'start') === 'start';
  const ran = {
    repository,
    project: job.project?.name,
    workflow: job.commit?.name,
    job: job.build_name,
    stage: job.build_stage,
    environment:
      job.environment && namesOfEnvironment(job.environment.name, job.environment.deployment_tier),
    ...refOf(job.ref, job.tag),
  };
  const rules = starts ? mapping : rulesForParts(mapping, 'job', 'stage');
  return runDeployments(rules, ran, starts ? 'deployment' : 'unknown', {
    source: 'gitlab',
    repository,
    id: idOfJob(job.build_id),
    sha: job.sha,
    version: job.tag ? tidyName(job.ref, 500) : undefined,
    status,
    startedAt,
    finishedAt: status === 'in_progress' ? undefined : finishedAt,
    updatedAt: status === 'in_progress' ? startedAt : finishedAt,
    actor: job.user?.username ?? undefined,
  });
});
