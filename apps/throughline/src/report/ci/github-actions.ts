import { z } from 'zod';
import { type CiJob, firstOf, fullSha, parts, type ReadFile, type Variables } from './ci-job.js';

/**
 * GitHub Actions, and Gitea's and Forgejo's, which set the same variables.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function githubActions(variables: Variables, readFile: ReadFile): CiJob | undefined {
  if (variables['GITHUB_ACTIONS'] !== 'true') return undefined;
  const repository = variables['GITHUB_REPOSITORY'];
  // A run keeps its id when it is run again; only the attempt counts on.
  const run = variables['GITHUB_RUN_ID'];
  const attempt = variables['GITHUB_RUN_ATTEMPT'];
  return {
    provider: 'github-actions',
    identity: parts(run, variables['GITHUB_JOB']),
    attempt,
    repository,
    sha: commitOf(variables, readFile),
    isTestMerge: isTestMerge(variables) || undefined,
    branch: firstOf(
      variables['GITHUB_HEAD_REF'],
      variables['GITHUB_REF_TYPE'] === 'branch' ? variables['GITHUB_REF_NAME'] : undefined,
    ),
    url: addressOf(variables['GITHUB_SERVER_URL'], repository, run, attempt),
    // Nothing says which environment a job deploys to: the `environment` of a job sets no variable.
    actor: firstOf(variables['GITHUB_TRIGGERING_ACTOR'], variables['GITHUB_ACTOR']),
    temporaryFolder: firstOf(variables['RUNNER_TEMP']),
  };
}

/** `pull_request`, `pull_request_review` and `pull_request_review_comment`, but not `pull_request_target`. */
function isTestMerge(variables: Variables): boolean {
  return /^pull_request(_review(_comment)?)?$/.test(variables['GITHUB_EVENT_NAME'] ?? '');
}

/**
 * `GITHUB_SHA` is no commit of any branch for `pull_request` (a merge made for the test), and the
 * default branch's newest for `workflow_run`, whatever that run was of. The payload of the event
 * has the commit that is meant.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function commitOf(variables: Variables, readFile: ReadFile): string | undefined {
  const commit = fullSha(variables['GITHUB_SHA']);
  if (isTestMerge(variables)) {
    return fullSha(payloadOf(variables, readFile).pull_request?.head?.sha);
  }
  if (variables['GITHUB_EVENT_NAME'] !== 'workflow_run') return commit;
  return fullSha(payloadOf(variables, readFile).workflow_run?.head_sha, commit);
}

const payloadSchema = z.object({
  pull_request: z.object({ head: z.object({ sha: z.string() }).optional() }).optional(),
  workflow_run: z.object({ head_sha: z.string().optional() }).optional(),
});

function payloadOf(variables: Variables, readFile: ReadFile): z.output<typeof payloadSchema> {
  const text = readFile(variables['GITHUB_EVENT_PATH'] ?? '');
  if (text === undefined) return {};
  try {
    return payloadSchema.parse(JSON.parse(text));
  } catch {
    // Without it the commit is unknown, which is better than the wrong one.
    return {};
  }
}

function addressOf(
  server: string | undefined,
  repository: string | undefined,
  run: string | undefined,
  attempt: string | undefined,
): string | undefined {
  if (server === undefined || repository === undefined || run === undefined) return undefined;
  const address = `${server}/${repository}/actions/runs/${run}`;
  return attempt === undefined ? address : `${address}/attempts/${attempt}`;
}
