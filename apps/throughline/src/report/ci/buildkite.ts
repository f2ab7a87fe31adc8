import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * Buildkite.
 * @see https://buildkite.com/docs/pipelines/configure/environment-variables
 */
export function buildkite(variables: Variables): CiJob | undefined {
  if (variables['BUILDKITE'] !== 'true') return undefined;
  const build = variables['BUILDKITE_BUILD_URL'];
  const job = variables['BUILDKITE_JOB_ID'];
  return {
    provider: 'buildkite',
    // A retry is another job of the same step.
    identity: parts(
      variables['BUILDKITE_BUILD_ID'],
      firstOf(variables['BUILDKITE_STEP_KEY'], variables['BUILDKITE_STEP_ID']),
    ),
    attempt: job,
    repository: variables['BUILDKITE_REPO'],
    // `HEAD` until the agent has found out which commit that is.
    sha: fullSha(variables['BUILDKITE_COMMIT']),
    branch: firstOf(variables['BUILDKITE_BRANCH']),
    url: build === undefined || job === undefined ? build : `${build}#${job}`,
    actor: firstOf(
      variables['BUILDKITE_BUILD_CREATOR_EMAIL'],
      variables['BUILDKITE_BUILD_CREATOR'],
    ),
  };
}
