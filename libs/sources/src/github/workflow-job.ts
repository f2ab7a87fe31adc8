import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { reading } from '../reading.js';
import { webLink } from '../tidy.js';
import { repository } from './repository.js';
import { runsOf } from './runs-of.js';

const payload = z.object({
  repository,
  workflow_job: z.object({
    id: z.int(),
    name: z.string(),
    workflow_name: z.string().nullish(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_branch: z.string().nullish(),
    head_sha: z.string(),
    started_at: z.string(),
    completed_at: z.string().nullish(),
    html_url: z.string().nullish(),
  }),
  /** Of a job with an `environment`. */
  deployment: z.object({ environment: z.string().nullish() }).nullish(),
});

/**
 * A job of a workflow, where a rule that names jobs calls it a deployment. A job that is run again is
 * another job.
 *
 * @param source whose payload it is: others send jobs in GitHub's form
 */
export const workflowJobReader = (source: string) =>
  reading(payload, ({ repository, workflow_job: job, deployment }, mapping) => {
    const finishedAt = job.completed_at ?? job.started_at;
    return runsOf(rulesForParts(mapping, 'job'), {
      ...job,
      ran: {
        repository: repository.full_name,
        workflow: job.workflow_name,
        job: job.name,
        branch: job.head_branch,
        environment: deployment?.environment,
      },
      said: {
        source,
        repository: repository.full_name,
        id: `job-${job.id}`,
        sha: job.head_sha,
        startedAt: job.started_at,
        updatedAt: job.status === 'completed' ? finishedAt : job.started_at,
        url: webLink(job.html_url),
      },
      finishedAt,
    });
  });
