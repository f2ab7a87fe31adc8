import { type CiJob, firstOf, fullSha, parts, type Variables } from './ci-job.js';

/**
 * Azure Pipelines.
 * @see https://learn.microsoft.com/azure/devops/pipelines/build/variables
 */
export function azurePipelines(variables: Variables): CiJob | undefined {
  if (variables['TF_BUILD'] === undefined) return undefined;
  const build = variables['BUILD_BUILDID'];
  // Its build is of a merge that GitHub or Azure Repos made for it.
  const isOfPullRequest = variables['BUILD_REASON'] === 'PullRequest';
  return {
    provider: 'azure-pipelines',
    // Stages and jobs that are run again keep the build. The name of a deployment job is that of
    // its phase: the job in it is called after the hook of its strategy, such as Deploy.
    identity: parts(
      build,
      variables['SYSTEM_STAGENAME'],
      firstOf(variables['SYSTEM_PHASENAME'], variables['SYSTEM_JOBNAME']),
    ),
    attempt: parts(variables['SYSTEM_STAGEATTEMPT'], variables['SYSTEM_JOBATTEMPT']).join('.'),
    repository: variables['BUILD_REPOSITORY_URI'],
    sha: fullSha(
      variables['SYSTEM_PULLREQUEST_SOURCECOMMITID'],
      isOfPullRequest ? undefined : variables['BUILD_SOURCEVERSION'],
    ),
    isTestMerge: isOfPullRequest || undefined,
    branch: firstOf(
      variables['SYSTEM_PULLREQUEST_SOURCEBRANCH'],
      variables['BUILD_SOURCEBRANCH'],
    )?.replace(/^refs\/heads\//, ''),
    url: addressOf(
      variables['SYSTEM_TEAMFOUNDATIONCOLLECTIONURI'],
      variables['SYSTEM_TEAMPROJECT'],
      build,
    ),
    // Set in deployment jobs.
    environment: firstOf(variables['ENVIRONMENT_NAME']),
    actor: firstOf(variables['BUILD_REQUESTEDFORID']),
    temporaryFolder: firstOf(variables['AGENT_TEMPDIRECTORY']),
  };
}

/** @param collection ends with a slash */
function addressOf(
  collection: string | undefined,
  project: string | undefined,
  build: string | undefined,
): string | undefined {
  if (collection === undefined || project === undefined || build === undefined) return undefined;
  return `${collection}${encodeURIComponent(project)}/_build/results?buildId=${build}`;
}
