import { z } from 'zod';
import { repository, user } from '../github/repository.js';
import { runsOf } from '../github/runs-of.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { runTimes } from './run-times.js';

const payload = z.object({
  repository,
  workflow: z.object({ name: z.string().nullish(), path: z.string().nullish() }).nullish(),
  workflow_run: z.object({
    id: z.int(),
    /** The file of the workflow and the ref it ran for: `deploy.yaml@refs/heads/main`. */
    path: z.string().nullish(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    /** Empty for a tag. */
    head_branch: z.string().nullish(),
    head_sha: z.string(),
    event: z.string().nullish(),
    /** 0 in versions that do not count attempts. */
    run_attempt: z.int().nullish(),
    started_at: z.string().nullish(),
    completed_at: z.string().nullish(),
    html_url: z.string().nullish(),
    actor: user,
    trigger_actor: user,
  }),
});

const REF = /@refs\/(?:heads|tags|pull)\/.*$/s;
const TAG = /@refs\/tags\/(.+)$/s;

/**
 * `workflow_run`, where a rule calls it a deployment. It has GitHub's form and words, but other times.
 * https://docs.gitea.com/usage/webhooks; fields as in Gitea's `ActionWorkflowRun`.
 */
export const readWorkflowRun = reading(
  payload,
  ({ repository, workflow, workflow_run: run }, mapping) => {
    const times = runTimes(run.status, run.started_at, run.completed_at);
    if (times === undefined) return ignored(NOT_BEGUN);
    const names = [workflow?.name, workflow?.path, run.path?.replace(REF, '')];
    return runsOf(mapping, {
      ...run,
      ran: {
        repository: repository.full_name,
        workflow: [...new Set(names.filter((name) => typeof name === 'string'))],
        branch: run.head_branch,
        tag: TAG.exec(run.path ?? '')?.[1],
        trigger: run.event,
      },
      said: {
        source: 'gitea',
        repository: repository.full_name,
        id: `run-${run.id}-${run.run_attempt ?? 0}`,
        sha: run.head_sha,
        ...times,
        url: webLink(run.html_url),
        actor: run.trigger_actor?.login ?? run.actor?.login,
      },
      finishedAt: times.updatedAt,
    });
  },
);

export const NOT_BEGUN = 'it has not begun';
