import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { builtOf, completed, statusOf } from './run.js';

/** A workflow ended. Whoever runs it again makes another workflow: another attempt, another id. */
export const readWorkflow = reading(completed, (payload, mapping) => {
  const { workflow, happened_at: happenedAt } = payload;
  const status = statusOf(workflow.status ?? '');
  if (status === undefined) return ignored(`the status "${workflow.status}" deploys nothing`);
  const built = builtOf(payload);
  return runDeployments(mapping, { ...built, workflow: workflow.name }, 'unknown', {
    ...stated(built),
    id: workflow.id,
    status,
    startedAt: workflow.created_at,
    finishedAt: workflow.stopped_at ?? happenedAt,
    updatedAt: happenedAt,
    url: webLink(workflow.url),
  });
});

const payloadOfJob = completed.extend({
  job: z.object({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    started_at: z.string().nullish(),
    stopped_at: z.string().nullish(),
  }),
});

/** A job of a workflow ended; that counts only where a rule speaks of jobs. */
export const readJob = reading(payloadOfJob, (payload, mapping) => {
  const { workflow, job, happened_at: happenedAt } = payload;
  const status = statusOf(job.status);
  if (status === undefined) return ignored(`the status "${job.status}" deploys nothing`);
  const built = builtOf(payload);
  const run = { ...built, workflow: workflow.name, job: job.name };
  return runDeployments(rulesForParts(mapping, 'job'), run, 'unknown', {
    ...stated(built),
    id: job.id,
    status,
    startedAt: job.started_at,
    finishedAt: job.stopped_at ?? happenedAt,
    updatedAt: happenedAt,
    url: webLink(workflow.url),
  });
});

function stated({ repository, sha, tag, actor }: ReturnType<typeof builtOf>) {
  return { source: 'circleci', repository, sha, version: tidyName(tag, 500), actor };
}
