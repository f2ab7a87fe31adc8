import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * Bitbucket Pipelines.
 * @see https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
 */
export function bitbucketPipelines(variables: Variables): CiJob | undefined {
  const number = firstOf(variables['BITBUCKET_BUILD_NUMBER']);
  if (number === undefined) return undefined;
  const repository = variables['BITBUCKET_REPO_FULL_NAME'];
  return {
    provider: 'bitbucket-pipelines',
    // Builds are counted by repository; a step that is run again keeps its id and counts its runs.
    identity: parts(repository, number, variables['BITBUCKET_STEP_UUID']),
    attempt: variables['BITBUCKET_STEP_RUN_NUMBER'],
    repository,
    sha: fullSha(variables['BITBUCKET_COMMIT']),
    branch: firstOf(variables['BITBUCKET_BRANCH']),
    url:
      repository === undefined
        ? undefined
        : `https://bitbucket.org/${repository}/pipelines/results/${number}`,
    // Set where the step has `deployment`.
    environment: firstOf(variables['BITBUCKET_DEPLOYMENT_ENVIRONMENT']),
    actor: firstOf(variables['BITBUCKET_STEP_TRIGGERER_UUID']),
  };
}
