import { z } from 'zod';
import { repository, user } from '../github/repository.js';
import { runsOf } from '../github/runs-of.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { runTimes } from './run-times.js';
import { NOT_BEGUN } from './workflow-run.js';

const payload = z.object({
  run: z.object({
    id: z.int(),
    repository,
    /** The name of its file: `deploy.yml`. */
    workflow_id: z.string().nullish(),
    /** The name of a branch or a tag, `#7` for a pull request. */
    prettyref: z.string().nullish(),
    commit_sha: z.string(),
    trigger_event: z.string().nullish(),
    status: z.string(),
    started: z.string().nullish(),
    stopped: z.string().nullish(),
    html_url: z.string().nullish(),
    trigger_user: user,
  }),
});

/**
 * `action_run_success`, `_failure` and `_recover` of Forgejo: a run of a workflow has ended. Run again,
 * it keeps its id, and nothing counts its attempts: each is known by when it began.
 * https://forgejo.org/docs/latest/user/webhooks/; fields as in Forgejo's `ActionRun`.
 */
export const readActionRun = reading(payload, ({ run }, mapping) => {
  const times = runTimes('completed', run.started, run.stopped);
  if (times === undefined) return ignored(NOT_BEGUN);
  const attempt = Date.parse(times.startedAt ?? times.updatedAt);
  return runsOf(mapping, {
    status: 'completed',
    conclusion: run.status,
    ran: {
      repository: run.repository.full_name,
      workflow: run.workflow_id,
      branch: run.prettyref,
      trigger: run.trigger_event,
    },
    said: {
      source: 'gitea',
      repository: run.repository.full_name,
      id: `run-${run.id}-${attempt}`,
      sha: run.commit_sha,
      ...times,
      url: webLink(run.html_url),
      actor: run.trigger_user?.login,
    },
    finishedAt: times.updatedAt,
  });
});
