import { z } from 'zod';

/** CircleCI writes an empty text for what is not there. */
const text = z
  .string()
  .nullish()
  .transform((value) => (value ? value : undefined));

/**
 * What both kinds of delivery carry. `vcs` comes with the OAuth app of GitHub and with Bitbucket
 * Cloud, `trigger_parameters` with GitLab, the GitHub App and Bitbucket Data Center.
 * https://circleci.com/docs/reference/outbound-webhooks-reference/
 */
export const completed = z.object({
  happened_at: z.string(),
  project: z.object({ name: z.string() }),
  workflow: z.object({
    id: z.string(),
    name: z.string(),
    status: z.string().nullish(),
    created_at: z.string(),
    stopped_at: z.string().nullish(),
    url: z.string().nullish(),
  }),
  pipeline: z.object({
    trigger: z.object({ type: text }).nullish(),
    vcs: z
      .object({ target_repository_url: text, revision: text, branch: text, tag: text })
      .nullish(),
    trigger_parameters: z
      .object({
        circleci: z.object({ event_type: text, actor_id: text }).nullish(),
        git: z
          .object({ checkout_url: text, checkout_sha: text, branch: text, tag: text })
          .nullish(),
      })
      .nullish(),
  }),
});

type Completed = z.output<typeof completed>;

/** What was built and why, from whichever of the two places tells it. */
export function builtOf({ project, pipeline }: Completed) {
  const { vcs, trigger, trigger_parameters: parameters } = pipeline;
  const git = parameters?.git;
  const triggers = [trigger?.type, parameters?.circleci?.event_type];
  return {
    repository: vcs?.target_repository_url ?? git?.checkout_url,
    sha: vcs?.revision ?? git?.checkout_sha,
    branch: vcs?.branch ?? git?.branch,
    tag: vcs?.tag ?? git?.tag,
    project: project.name,
    trigger: triggers.filter((one) => one !== undefined),
    actor: parameters?.circleci?.actor_id,
  };
}

/** https://circleci.com/docs/guides/integration/outbound-webhooks/: the statuses of both kinds. */
const STATUSES = new Map([
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['error', 'failed'],
  ['canceled', 'cancelled'],
]);

export function statusOf(status: string): string | undefined {
  return STATUSES.get(status);
}
