import { z } from 'zod';
import { reading } from '../reading.js';
import { webLink } from '../tidy.js';
import { repository, user } from './repository.js';
import { runsOf } from './runs-of.js';

const payload = z.object({
  repository,
  workflow: z.object({ name: z.string().nullish(), path: z.string().nullish() }).nullish(),
  workflow_run: z.object({
    id: z.int(),
    name: z.string().nullish(),
    path: z.string().nullish(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_branch: z.string().nullish(),
    /** Where the branch is: a fork, where its pull request is what runs; null once that is deleted. */
    head_repository: z.object({ full_name: z.string() }).nullish(),
    head_sha: z.string(),
    event: z.string().nullish(),
    run_attempt: z.int().nullish(),
    run_started_at: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    html_url: z.string().nullish(),
    actor: user,
    triggering_actor: user,
  }),
});

/**
 * A run of a workflow, where a rule calls it a deployment. Whoever runs it again makes another
 * attempt at the same run: a deployment of its own, since the one before did fail.
 *
 * @param source whose payload it is: others send runs in GitHub's form
 */
export const workflowRunReader = (source: string) =>
  reading(payload, ({ repository, workflow, workflow_run: run }, mapping) => {
    const names = [workflow?.name, run.name, workflow?.path ?? run.path];
    return runsOf(mapping, {
      ...run,
      ran: {
        repository: repository.full_name,
        workflow: names.filter((name) => typeof name === 'string'),
        branch: isOwnBranch(repository, run.head_repository) ? run.head_branch : undefined,
        trigger: run.event,
      },
      said: {
        source,
        repository: repository.full_name,
        id: `run-${run.id}-${run.run_attempt ?? 1}`,
        sha: run.head_sha,
        startedAt: run.run_started_at ?? run.created_at,
        updatedAt: run.updated_at,
        url: webLink(run.html_url),
        actor: run.triggering_actor?.login ?? run.actor?.login,
      },
      // No payload of a run says when it ended; the one that tells of it says it by its own time.
      finishedAt: run.updated_at,
    });
  });

/** The `main` of a fork is not the `main` that a rule means. */
function isOwnBranch(
  { full_name: name }: { readonly full_name: string },
  head: { readonly full_name: string } | null | undefined,
): boolean {
  return head === undefined || head?.full_name === name;
}
