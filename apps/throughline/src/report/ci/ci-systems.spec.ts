import { describe, expect, it } from '@jest/globals';
import type { CiJob, Variables } from './ci-job.js';
import { findCiJob } from './ci-systems.js';

/*
 * The variables of each CI system with values such as its documentation shows; the page is named in
 * the system's own file.
 */
const SHA = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
const HEAD = 'fdf2ff2a4aba50c9e6e0e9b6c7fcd8d5a55f4a01';

const GITHUB: Variables = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: 'octocat',
  GITHUB_TRIGGERING_ACTOR: 'hubot',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_HEAD_REF: '',
  GITHUB_JOB: 'deploy',
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: SHA,
  RUNNER_TEMP: '/home/runner/work/_temp',
};

const GITLAB: Variables = {
  GITLAB_CI: 'true',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_SHA: SHA,
  CI_ENVIRONMENT_NAME: 'production',
  CI_JOB_ID: '50',
  CI_JOB_NAME: 'deploy: eu',
  CI_JOB_STARTED_AT: '2026-01-31T16:47:55Z',
  CI_JOB_URL: 'https://gitlab.com/acme/shop/-/jobs/50',
  CI_PIPELINE_ID: '1000',
  CI_PROJECT_PATH: 'acme/shop',
  GITLAB_USER_LOGIN: 'ada',
};

const JENKINS: Variables = {
  JENKINS_URL: 'https://jenkins.example/',
  BRANCH_NAME: 'main',
  BUILD_NUMBER: '153',
  BUILD_URL: 'https://jenkins.example/job/shop/job/main/153/',
  GIT_COMMIT: SHA,
  GIT_URL: 'git@github.com:acme/shop.git',
  JOB_NAME: 'shop/main',
  WORKSPACE_TMP: '/var/jenkins/workspace/shop_main@tmp',
};

const CIRCLECI: Variables = {
  CIRCLECI: 'true',
  CIRCLE_BRANCH: 'main',
  CIRCLE_BUILD_NUM: '42',
  CIRCLE_BUILD_URL: 'https://circleci.com/gh/acme/shop/42',
  CIRCLE_JOB: 'deploy',
  CIRCLE_PIPELINE_ID: '2b8a4b9d-6a1f-4e0c-9a53-ee7a8d1f34a6',
  CIRCLE_PROJECT_REPONAME: 'shop',
  CIRCLE_PROJECT_USERNAME: 'acme',
  CIRCLE_REPOSITORY_URL: 'git@github.com:acme/shop.git',
  CIRCLE_SHA1: SHA,
  CIRCLE_USERNAME: 'ada',
};

const AZURE: Variables = {
  TF_BUILD: 'True',
  AGENT_TEMPDIRECTORY: '/home/vsts/work/_temp',
  BUILD_BUILDID: '731',
  BUILD_REASON: 'IndividualCI',
  BUILD_REPOSITORY_URI: 'https://github.com/acme/shop',
  BUILD_REQUESTEDFORID: '9d3b5f2e-0000-4000-8000-000000000001',
  BUILD_SOURCEBRANCH: 'refs/heads/main',
  BUILD_SOURCEVERSION: SHA,
  ENVIRONMENT_NAME: 'production',
  SYSTEM_JOBATTEMPT: '1',
  SYSTEM_JOBNAME: 'Deploy',
  SYSTEM_PHASENAME: 'to_production',
  SYSTEM_STAGEATTEMPT: '2',
  SYSTEM_STAGENAME: 'release',
  SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/acme/',
  SYSTEM_TEAMPROJECT: 'Web shop',
};

const BUILDKITE: Variables = {
  BUILDKITE: 'true',
  BUILDKITE_BRANCH: 'main',
  BUILDKITE_BUILD_CREATOR: 'Ada',
  BUILDKITE_BUILD_CREATOR_EMAIL: '',
  BUILDKITE_BUILD_ID: '9e08ef3c-d6e6-4a86-91dd-577ce5205b8e',
  BUILDKITE_BUILD_URL: 'https://buildkite.com/acme/shop/builds/1514',
  BUILDKITE_COMMIT: SHA,
  BUILDKITE_JOB_ID: 'e44f9784-e20e-4b93-a21d-f41fd5869db9',
  BUILDKITE_REPO: 'git@github.com:acme/shop.git',
  BUILDKITE_STEP_ID: '080b7d73-986d-4a39-a510-b34f9faf4710',
  BUILDKITE_STEP_KEY: 'deploy',
};

const BITBUCKET: Variables = {
  BITBUCKET_BRANCH: 'main',
  BITBUCKET_BUILD_NUMBER: '88',
  BITBUCKET_COMMIT: SHA,
  BITBUCKET_DEPLOYMENT_ENVIRONMENT: 'production',
  BITBUCKET_REPO_FULL_NAME: 'acme/shop',
  BITBUCKET_STEP_RUN_NUMBER: '1',
  BITBUCKET_STEP_TRIGGERER_UUID: '{5a50dd52-5ab7-4225-831c-4db9451375a2}',
  BITBUCKET_STEP_UUID: '{fe99db34-e979-40be-b383-c1a7738b52f7}',
};

const NO_FILE = () => undefined;

/** What is found, without what is not. */
function found(variables: Variables, readFile: (path: string) => string | undefined = NO_FILE) {
  return JSON.parse(JSON.stringify(findCiJob(variables, readFile))) as CiJob;
}

describe('what a CI system says of its job', () => {
  it.each<[string, Variables, CiJob]>([
    [
      'GitHub Actions',
      GITHUB,
      {
        provider: 'github-actions',
        identity: ['1658821493', 'deploy'],
        attempt: '2',
        repository: 'acme/shop',
        sha: SHA,
        branch: 'main',
        url: 'https://github.com/acme/shop/actions/runs/1658821493/attempts/2',
        actor: 'hubot',
        temporaryFolder: '/home/runner/work/_temp',
      },
    ],
    [
      'GitLab CI',
      GITLAB,
      {
        provider: 'gitlab-ci',
        identity: ['1000', 'deploy: eu'],
        attempt: '50',
        repository: 'acme/shop',
        sha: SHA,
        branch: 'main',
        url: 'https://gitlab.com/acme/shop/-/jobs/50',
        environment: 'production',
        actor: 'ada',
        startedAt: Date.UTC(2026, 0, 31, 16, 47, 55),
      },
    ],
    [
      'Jenkins',
      JENKINS,
      {
        provider: 'jenkins',
        identity: ['shop/main', '153'],
        repository: 'git@github.com:acme/shop.git',
        sha: SHA,
        branch: 'main',
        url: 'https://jenkins.example/job/shop/job/main/153/',
        temporaryFolder: '/var/jenkins/workspace/shop_main@tmp',
      },
    ],
    [
      'CircleCI',
      CIRCLECI,
      {
        provider: 'circleci',
        identity: ['2b8a4b9d-6a1f-4e0c-9a53-ee7a8d1f34a6', 'deploy'],
        attempt: '42',
        repository: 'git@github.com:acme/shop.git',
        sha: SHA,
        branch: 'main',
        url: 'https://circleci.com/gh/acme/shop/42',
        actor: 'ada',
      },
    ],
    [
      'Azure Pipelines',
      AZURE,
      {
        provider: 'azure-pipelines',
        identity: ['731', 'release', 'to_production'],
        attempt: '2.1',
        repository: 'https://github.com/acme/shop',
        sha: SHA,
        branch: 'main',
        url: 'https://dev.azure.com/acme/Web%20shop/_build/results?buildId=731',
        environment: 'production',
        actor: '9d3b5f2e-0000-4000-8000-000000000001',
        temporaryFolder: '/home/vsts/work/_temp',
      },
    ],
    [
      'Buildkite',
      BUILDKITE,
      {
        provider: 'buildkite',
        identity: ['9e08ef3c-d6e6-4a86-91dd-577ce5205b8e', 'deploy'],
        attempt: 'e44f9784-e20e-4b93-a21d-f41fd5869db9',
        repository: 'git@github.com:acme/shop.git',
        sha: SHA,
        branch: 'main',
        url: 'https://buildkite.com/acme/shop/builds/1514#e44f9784-e20e-4b93-a21d-f41fd5869db9',
        actor: 'Ada',
      },
    ],
    [
      'Bitbucket Pipelines',
      BITBUCKET,
      {
        provider: 'bitbucket-pipelines',
        identity: ['acme/shop', '88', '{fe99db34-e979-40be-b383-c1a7738b52f7}'],
        attempt: '1',
        repository: 'acme/shop',
        sha: SHA,
        branch: 'main',
        url: 'https://bitbucket.org/acme/shop/pipelines/results/88',
        environment: 'production',
        actor: '{5a50dd52-5ab7-4225-831c-4db9451375a2}',
      },
    ],
  ])('%s', (_, variables, job) => {
    expect(found(variables)).toEqual(job);
  });

  it('is nothing on a machine without one', () => {
    expect(findCiJob({ PATH: '/bin', ENVIRONMENT_NAME: 'production' }, NO_FILE)).toBeUndefined();
  });

  it('is that of the job, not of a Jenkins that started it', () => {
    expect(found({ ...JENKINS, ...GITHUB }).provider).toBe('github-actions');
  });
});

describe('a job that is tried again', () => {
  it.each<[string, Variables, Variables]>([
    ['GitHub Actions', GITHUB, { GITHUB_RUN_ATTEMPT: '3' }],
    ['GitLab CI', GITLAB, { CI_JOB_ID: '51', CI_JOB_STARTED_AT: '2026-01-31T17:00:00Z' }],
    ['CircleCI', CIRCLECI, { CIRCLE_BUILD_NUM: '43', CIRCLE_WORKFLOW_ID: 'another' }],
    ['Azure Pipelines', AZURE, { SYSTEM_STAGEATTEMPT: '3' }],
    ['Buildkite', BUILDKITE, { BUILDKITE_JOB_ID: 'another', BUILDKITE_RETRY_COUNT: '1' }],
    ['Bitbucket Pipelines', BITBUCKET, { BITBUCKET_STEP_RUN_NUMBER: '2' }],
  ])('keeps its identity on %s, and is another attempt', (_, first, changes) => {
    const [before, again] = [found(first), found({ ...first, ...changes })];
    expect(again.identity).toEqual(before.identity);
    expect(again.attempt).not.toBe(before.attempt);
  });
});

describe('the commit', () => {
  const payload = (text: string) => (path: string) => (path === '/event.json' ? text : undefined);
  const event = (name: string) => ({
    ...GITHUB,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: '/event.json',
  });

  it.each([
    ['pull_request', { pull_request: { head: { sha: HEAD } } }, HEAD],
    ['workflow_run', { workflow_run: { head_sha: HEAD } }, HEAD],
    ['workflow_run', {}, SHA],
    ['push', { pull_request: { head: { sha: HEAD } } }, SHA],
  ])('of %s with %j is the one that is meant', (name, body, sha) => {
    expect(found(event(name), payload(JSON.stringify(body))).sha).toBe(sha);
  });

  it.each(['', '{', '[]', '{"pull_request": 7}'])(
    'of a pull request whose payload is %j is unknown, not the merge',
    (text) => {
      expect(found(event('pull_request'), payload(text))).not.toHaveProperty('sha');
    },
  );

  it('of a merged results pipeline is that of the source branch', () => {
    const variables = { ...GITLAB, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: HEAD };
    expect(found(variables).sha).toBe(HEAD);
  });

  it('of a pull request on Azure is that of its source, never the merge', () => {
    const build = { ...AZURE, BUILD_REASON: 'PullRequest' };
    expect(found(build)).not.toHaveProperty('sha');
    expect(found({ ...build, SYSTEM_PULLREQUEST_SOURCECOMMITID: HEAD }).sha).toBe(HEAD);
  });

  it('is unknown where a build only says HEAD', () => {
    expect(found({ ...BUILDKITE, BUILDKITE_COMMIT: 'HEAD' })).not.toHaveProperty('sha');
  });
});
