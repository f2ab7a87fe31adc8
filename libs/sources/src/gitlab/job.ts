import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { gitlabTime } from './gitlab-time.js';
import { project, refOf, repositoryOf } from './project.js';
import { RUN_STATUSES } from './run-status.js';

const payload = z.object({
  project,
  ref: z.string().nullish(),
  tag: z.boolean().nullish(),
  sha: z.string().nullish(),
  build_id: z.int(),
  build_name: z.string().nullish(),
  build_stage: z.string().nullish(),
  build_status: z.string(),
  build_created_at: z.string().nullish(),
  build_started_at: z.string().nullish(),
  build_finished_at: z.string().nullish(),
  user: z.object({ username: z.string().nullish(), name: z.string().nullish() }).nullish(),
  commit: z.object({ name: z.string().nullish() }).nullish(),
  environment: z.object({ name: z.string().nullish() }).nullish(),
});

/** A job, where a rule calls it a deployment; a job that is tried again is another one. */
export const readJob = reading(payload, (job, mapping) => {
  const status = RUN_STATUSES.get(job.build_status);
  if (status === undefined) return ignored(`a job that is ${job.build_status} says nothing yet`);
  const repository = repositoryOf(job.project);
  const run = {
    ...{ repository, job: job.build_name, stage: job.build_stage },
    ...{ workflow: job.commit?.name, environment: job.environment?.name },
    ...refOf(job),
  };
  const targets = deploymentTargets(mapping, run, 'unknown');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...targets.map((target) => ({
      type: 'deployment' as const,
      source: 'gitlab',
      ...target,
      id: `job-${job.build_id}`,
      repository,
      sha: job.sha,
      status,
      startedAt: gitlabTime(job.build_started_at ?? job.build_created_at),
      finishedAt: status === 'in_progress' ? undefined : gitlabTime(job.build_finished_at),
      actor: job.user?.username ?? job.user?.name,
    })),
  );
});
