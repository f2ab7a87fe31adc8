import { readInstant } from '@throughline/events';
import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * GitLab CI/CD.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function gitlabCi(variables: Variables): CiJob | undefined {
  if (variables['GITLAB_CI'] !== 'true') return undefined;
  const startedAt = variables['CI_JOB_STARTED_AT'];
  return {
    provider: 'gitlab-ci',
    // A retried job is another job (CI_JOB_ID) of the same name in the same pipeline.
    identity: parts(variables['CI_PIPELINE_ID'], variables['CI_JOB_NAME']),
    attempt: variables['CI_JOB_ID'],
    repository: variables['CI_PROJECT_PATH'],
    // In a merged results pipeline CI_COMMIT_SHA is a merge that is never pushed; only there is the other set.
    sha: fullSha(variables['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA'], variables['CI_COMMIT_SHA']),
    branch: firstOf(
      variables['CI_COMMIT_BRANCH'],
      variables['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'],
    ),
    url: variables['CI_JOB_URL'],
    // Set where the job has `environment:name`.
    environment: firstOf(variables['CI_ENVIRONMENT_NAME']),
    actor: variables['GITLAB_USER_LOGIN'],
    startedAt: startedAt === undefined ? undefined : readInstant(startedAt),
  };
}
