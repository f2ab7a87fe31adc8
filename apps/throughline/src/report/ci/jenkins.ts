import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * Jenkins. Who started a build and which environment it deploys to are not among its variables.
 * @see https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
 */
export function jenkins(variables: Variables): CiJob | undefined {
  if (firstOf(variables['JENKINS_URL']) === undefined) return undefined;
  return {
    provider: 'jenkins',
    // Not the stage: `post` is a stage of its own and reports what a stage before it began. A
    // rebuild and a restart from a stage have a number of their own.
    identity: parts(variables['JOB_NAME'], variables['BUILD_NUMBER']),
    // Both are the git plugin's, and missing where a pipeline checks nothing out by itself.
    // https://plugins.jenkins.io/git/#plugin-content-environment-variables
    repository: firstOf(variables['GIT_URL'], variables['GIT_URL_1']),
    sha: fullSha(variables['GIT_COMMIT']),
    branch: firstOf(
      variables['CHANGE_BRANCH'],
      variables['BRANCH_NAME'],
      variables['GIT_BRANCH']?.replace(/^origin\//, ''),
    ),
    url: firstOf(variables['BUILD_URL']),
    temporaryFolder: firstOf(variables['WORKSPACE_TMP']),
  };
}
