import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { gitlabTime } from './gitlab-time.js';
import { project, refOf, repositoryOf } from './project.js';
import { RUN_STATUSES } from './run-status.js';

const payload = z.object({
  project,
  user: z.object({ username: z.string().nullish() }).nullish(),
  object_attributes: z.object({
    id: z.int(),
    name: z.string().nullish(),
    ref: z.string().nullish(),
    tag: z.boolean().nullish(),
    sha: z.string().nullish(),
    source: z.string().nullish(),
    status: z.string(),
    created_at: z.string(),
    finished_at: z.string().nullish(),
    url: z.string().nullish(),
  }),
});

/** A pipeline, where a rule calls it a deployment. */
export const readPipeline = reading(payload, ({ project, user, object_attributes: run }, mapping) => {
  const status = RUN_STATUSES.get(run.status);
  if (status === undefined) return ignored(`a pipeline that is ${run.status} says nothing yet`);
  const repository = repositoryOf(project);
  const targets = deploymentTargets(
    mapping,
    { repository, workflow: run.name, trigger: run.source, ...refOf(run) },
    'unknown',
  );
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  const startedAt = gitlabTime(run.created_at);
  const finishedAt = status === 'in_progress' ? undefined : gitlabTime(run.finished_at);
  return events(
    ...targets.map((target) => ({
      type: 'deployment' as const,
      source: 'gitlab',
      ...target,
      id: `pipeline-${run.id}`,
      repository,
      sha: run.sha,
      status,
      startedAt,
      finishedAt,
      actor: user?.username,
      url: webLink(run.url),
    })),
  );
});
