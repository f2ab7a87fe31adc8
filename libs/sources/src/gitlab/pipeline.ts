import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { outcomeOf } from './outcome.js';
import { project, refOf, user } from './project.js';
import { latest, time } from './time.js';

const payload = z.object({
  project,
  user,
  /** Of a pipeline of a merge request: its branch may be one of a fork. */
  merge_request: z
    .object({ source_project_id: z.int().nullish(), target_project_id: z.int().nullish() })
    .nullish(),
  object_attributes: z.object({
    id: z.int(),
    name: z.string().nullish(),
    ref: z.string().nullish(),
    tag: z.boolean().nullish(),
    sha: z.string(),
    source: z.string().nullish(),
    status: z.string(),
    created_at: time,
    finished_at: time.nullish(),
    url: z.string().nullish(),
  }),
  builds: z
    .array(
      z.object({
        created_at: time.nullish(),
        started_at: time.nullish(),
        finished_at: time.nullish(),
      }),
    )
    .nullish(),
});

/**
 * `pipeline`, where a rule calls it a deployment. A pipeline whose jobs are run again stays the same
 * pipeline, and so the same deployment.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events
 */
export const readPipeline = reading(payload, (told, mapping) => {
  const { project, user, builds, object_attributes: pipeline } = told;
  const status = outcomeOf(pipeline.status);
  if (status === undefined)
    return ignored(`a pipeline that is "${pipeline.status}" deploys nothing`);
  const times = (builds ?? []).flatMap((job) => [job.created_at, job.started_at, job.finished_at]);
  // It does not say when it was told; the latest that happened in it is as late.
  const toldAt = latest(pipeline.created_at, pipeline.finished_at, ...times);
  const ran = {
    repository: project.path_with_namespace,
    project: project.name,
    workflow: pipeline.name,
    trigger: pipeline.source,
    ...(isOfFork(told) ? {} : refOf(pipeline.ref, pipeline.tag)),
  };
  return runDeployments(mapping, ran, 'unknown', {
    source: 'gitlab',
    repository: project.path_with_namespace,
    id: `pipeline-${pipeline.id}`,
    sha: pipeline.sha,
    version: pipeline.tag ? tidyName(pipeline.ref, 500) : undefined,
    status,
    startedAt: pipeline.created_at,
    finishedAt: status === 'in_progress' ? undefined : (pipeline.finished_at ?? toldAt),
    updatedAt: toldAt,
    url: webLink(pipeline.url),
    actor: user?.username ?? undefined,
  });
});

/** The `main` of a fork is not the `main` that a rule means. */
function isOfFork({ merge_request: request }: z.output<typeof payload>): boolean {
  const { source_project_id: from, target_project_id: to } = request ?? {};
  return typeof from === 'number' && typeof to === 'number' && from !== to;
}
