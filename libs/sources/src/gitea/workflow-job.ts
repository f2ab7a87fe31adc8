import { z } from 'zod';
import { repository } from '../github/repository.js';
import { runsOf } from '../github/runs-of.js';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { runTimes } from './run-times.js';
import { NOT_BEGUN } from './workflow-run.js';

const payload = z.object({
  repository,
  workflow_job: z.object({
    id: z.int(),
    name: z.string(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_branch: z.string().nullish(),
    head_sha: z.string(),
    run_attempt: z.int().nullish(),
    started_at: z.string().nullish(),
    completed_at: z.string().nullish(),
    html_url: z.string().nullish(),
  }),
});

/**
 * `workflow_job`, where a rule that names jobs calls it a deployment. Run again, a job keeps its id and
 * counts its attempts. Fields as in Gitea's `ActionWorkflowJob`.
 */
export const readWorkflowJob = reading(payload, ({ repository, workflow_job: job }, mapping) => {
  const times = runTimes(job.status, job.started_at, job.completed_at);
  if (times === undefined) return ignored(NOT_BEGUN);
  return runsOf(rulesForParts(mapping, 'job'), {
    ...job,
    ran: { repository: repository.full_name, job: job.name, branch: job.head_branch },
    said: {
      source: 'gitea',
      repository: repository.full_name,
      id: `job-${job.id}-${job.run_attempt ?? 0}`,
      sha: job.head_sha,
      ...times,
      url: webLink(job.html_url),
    },
    finishedAt: times.updatedAt,
  });
});
