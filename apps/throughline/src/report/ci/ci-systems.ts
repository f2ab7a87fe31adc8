import { azurePipelines } from './azure-pipelines.js';
import { bitbucketPipelines } from './bitbucket-pipelines.js';
import { buildkite } from './buildkite.js';
import type { CiJob, CiSystem, ReadFile, Variables } from './ci-job.js';
import { circleci } from './circleci.js';
import { githubActions } from './github-actions.js';
import { gitlabCi } from './gitlab-ci.js';
import { jenkins } from './jenkins.js';

/** Jenkins last: its variable is also set for whatever its jobs start elsewhere. */
const CI_SYSTEMS: readonly CiSystem[] = [
  githubActions,
  gitlabCi,
  circleci,
  azurePipelines,
  buildkite,
  bitbucketPipelines,
  jenkins,
];

/** The job that runs us; `undefined` outside of the CI systems that are known. */
export function findCiJob(variables: Variables, readFile: ReadFile): CiJob | undefined {
  for (const system of CI_SYSTEMS) {
    const job = system(variables, readFile);
    if (job !== undefined) return job;
  }
  return undefined;
}
