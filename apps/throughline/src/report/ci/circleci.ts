import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * CircleCI.
 * @see https://circleci.com/docs/reference/variables/
 */
export function circleci(variables: Variables): CiJob | undefined {
  if (variables['CIRCLECI'] !== 'true') return undefined;
  const { CIRCLE_PROJECT_USERNAME: owner, CIRCLE_PROJECT_REPONAME: name } = variables;
  return {
    provider: 'circleci',
    // A rerun is a new workflow, and a new job number, of the same pipeline.
    identity: parts(
      firstOf(variables['CIRCLE_PIPELINE_ID'], variables['CIRCLE_WORKFLOW_ID']),
      variables['CIRCLE_JOB'],
    ),
    attempt: variables['CIRCLE_BUILD_NUM'],
    // The address is empty in projects of the GitHub App; there the names are what there is.
    repository: firstOf(
      variables['CIRCLE_REPOSITORY_URL'],
      owner !== undefined && name !== undefined ? `${owner}/${name}` : undefined,
    ),
    sha: fullSha(variables['CIRCLE_SHA1']),
    branch: firstOf(variables['CIRCLE_BRANCH']),
    url: variables['CIRCLE_BUILD_URL'],
    actor: firstOf(variables['CIRCLE_USERNAME']),
  };
}
