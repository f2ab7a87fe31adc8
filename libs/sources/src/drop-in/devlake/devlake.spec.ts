import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { faultsOf, NOW, stated } from '../stated.fixture.js';
import type { DevLakeConnection } from './connection.js';
import { readDevLakeDeployment } from './deployment.js';
import { readDevLakeClose, readDevLakeIssue } from './issue.js';
import { readDevLakePullRequest } from './pull-request.js';

// Requests after https://devlake.apache.org/docs/Plugins/webhook

const SHOP: DevLakeConnection = { by: 'name', value: 'shop' };
const FIRST: DevLakeConnection = { by: 'id', value: '1' };
const sha = (letter: string) => letter.repeat(40);

const DEPLOYMENT = {
  id: 'deploy-7',
  createdDate: '2020-01-01T11:00:00+00:00',
  startedDate: '2020-01-01T12:00:00+00:00',
  finishedDate: '2020-01-01T13:00:00+01:00',
  environment: 'STAGING',
  result: 'FAILURE',
  displayTitle: 'a deployment',
  deploymentCommits: [
    {
      repoUrl: 'https://github.com/acme/shop.git',
      refName: 'main',
      startedDate: '2020-01-01T12:00:00+00:00',
      finishedDate: '2020-01-01T12:00:00+00:00',
      commitSha: sha('a'),
      commitMsg: 'a commit',
    },
  ],
};

describe('a deployment sent to DevLake’s address', () => {
  it('is a deployment of the service that the connection is named after', () => {
    const read = readDevLakeDeployment(DEPLOYMENT, SHOP, NOW);
    expect(stated(read)).toMatchObject([
      {
        type: 'deployment',
        source: 'devlake',
        service: 'shop',
        environment: 'staging',
        id: 'deploy-7',
        status: 'failed',
        startedAt: Date.UTC(2020, 0, 1, 12),
        finishedAt: Date.UTC(2020, 0, 1, 12),
        repository: 'acme/shop',
        sha: sha('a'),
      },
    ]);
    expect(stated(readDevLakeDeployment(DEPLOYMENT, FIRST, NOW))).toMatchObject([
      { service: 'webhook:1' },
    ]);
  });

  it('succeeded in production where it says neither, or nothing', () => {
    for (const nothing of ['', undefined]) {
      const said = { ...DEPLOYMENT, environment: nothing, result: nothing };
      expect(stated(readDevLakeDeployment(said, SHOP, NOW))).toMatchObject([
        { environment: 'production', status: 'succeeded' },
      ]);
    }
  });

  it('brings the commits of every repository it names', () => {
    const other = { ...DEPLOYMENT.deploymentCommits[0], repoUrl: 'acme/lib', commitSha: sha('b') };
    const said = { ...DEPLOYMENT, deploymentCommits: [...DEPLOYMENT.deploymentCommits, other] };
    expect(stated(readDevLakeDeployment(said, SHOP, NOW))).toMatchObject([
      { sha: sha('a'), commits: [{ repository: 'acme/lib', sha: sha('b') }] },
    ]);
  });

  it('may be of the form that was documented up to v1.0', () => {
    const said = {
      repo_url: 'https://github.com/apache/incubator-devlake/',
      commit_sha: '015e3d3b480e417aede5a1293bd61de9b0fd051d',
      start_time: '2020-01-01T12:00:00+00:00',
      end_time: '2020-01-02T12:00:00+00:00',
    };
    const event = {
      service: 'shop',
      environment: 'production',
      status: 'succeeded',
      repository: 'apache/incubator-devlake',
      sha: '015e3d3b480e417aede5a1293bd61de9b0fd051d',
      startedAt: Date.UTC(2020, 0, 1, 12),
      finishedAt: Date.UTC(2020, 0, 2, 12),
    };
    expect(stated(readDevLakeDeployment(said, SHOP, NOW))).toMatchObject([event]);
    expect(
      stated(readDevLakeDeployment({ ...said, end_time: undefined }, SHOP, NOW)),
    ).toMatchObject([{ ...event, finishedAt: NOW }]);
    expect(readDevLakeDeployment(said, SHOP, NOW)).toEqual(readDevLakeDeployment(said, SHOP, NOW));
    const { repo_url: _, ...without } = said;
    expect(faultsOf(readDevLakeDeployment(without, SHOP, NOW))).toEqual(['repo_url is missing']);
  });

  it('is refused with every fault, and ignored with a result that is none', () => {
    const { id: _, ...without } = DEPLOYMENT;
    const said = { ...without, deploymentCommits: [], startedDate: 'yesterday' };
    expect(faultsOf(readDevLakeDeployment(said, SHOP, NOW))).toEqual([
      'id is missing',
      'deploymentCommits is empty: name at least one commit',
      expect.stringMatching(/^startedDate is not an ISO 8601 time/),
    ]);
    expect(readDevLakeDeployment({ ...DEPLOYMENT, result: 'MANUAL' }, SHOP, NOW)).toMatchObject({
      kind: 'ignored',
    });
  });
});

describe('an issue sent to DevLake’s address', () => {
  const ISSUE = {
    issueKey: 'DLK-1234',
    title: 'no order goes through',
    type: 'INCIDENT',
    status: 'TODO',
    originalStatus: 'created',
    createdDate: '2020-01-01T12:00:00+00:00',
    updatedDate: null,
    resolutionDate: null,
    url: '',
    severity: 'high',
  };

  it('is an incident of the service of its connection, over when it is done', () => {
    const incident = {
      type: 'incident',
      source: 'devlake',
      id: 'shop:DLK-1234',
      services: ['shop'],
      openedAt: Date.UTC(2020, 0, 1, 12),
      severity: 'high',
      title: 'no order goes through',
    };
    const [open] = stated(readDevLakeIssue(ISSUE, SHOP));
    expect(open).toMatchObject(incident);
    expect(open).not.toHaveProperty('resolvedAt');
    const done = { ...ISSUE, status: 'DONE', resolutionDate: '2020-01-01T13:00:00+00:00' };
    expect(stated(readDevLakeIssue(done, SHOP))).toMatchObject([
      { ...incident, resolvedAt: Date.UTC(2020, 0, 1, 13) },
    ]);
  });

  it('is nothing that is measured unless it is an incident', () => {
    expect(readDevLakeIssue({ ...ISSUE, type: 'BUG' }, SHOP)).toMatchObject({ kind: 'ignored' });
    expect(faultsOf(readDevLakeIssue({ ...ISSUE, status: 'CLOSED' }, SHOP))).toHaveLength(1);
  });

  it('is kept to be completed when it is closed by its key, lacking only its beginning', () => {
    const read = readDevLakeClose('DLK-1234', SHOP, NOW);
    expect(read).toMatchObject({ kind: 'incomplete', reason: expect.stringContaining('/issues') });
    const [event] = read.kind === 'incomplete' ? read.events : [];
    expect(parseEvent(event, NOW)).toMatchObject({
      faults: [{ path: 'openedAt', code: 'required' }],
    });
    expect(parseEvent({ ...event, openedAt: ISSUE.createdDate }, NOW)).toMatchObject({
      event: { id: 'shop:DLK-1234', resolvedAt: NOW },
    });
  });
});

describe('a pull request sent to DevLake’s address', () => {
  const PULL = {
    id: 'pr1',
    baseRepoId: 'webhook:1',
    status: 'MERGED',
    displayTitle: 'Feature: Add new functionality',
    url: 'https://github.com/org/repo/pull/1',
    authorId: 'johnd123',
    pullRequestKey: 1,
    createdDate: '2025-02-20T16:17:36Z',
    mergedDate: '2025-02-20T17:17:36Z',
    closedDate: null,
    type: 'feature',
    mergeCommitSha: 'bf0a79c57dff8f5f1f393de315ee5105a535e059',
    headRef: 'repo_fork1:feature-branch',
    headCommitSha: 'b22f772f1197edfafd4cc5fe679a2d299ec12837',
    isDraft: false,
  };

  it('is a change of the repository that its page tells', () => {
    expect(stated(readDevLakePullRequest(PULL))).toMatchObject([
      {
        type: 'change',
        source: 'devlake',
        repository: 'org/repo',
        number: 1,
        openedAt: Date.UTC(2025, 1, 20, 16, 17, 36),
        mergedAt: Date.UTC(2025, 1, 20, 17, 17, 36),
        mergeSha: 'bf0a79c57dff8f5f1f393de315ee5105a535e059',
        headSha: 'b22f772f1197edfafd4cc5fe679a2d299ec12837',
        branch: 'repo_fork1:feature-branch',
        author: 'johnd123',
        labels: ['feature'],
      },
    ]);
  });

  it.each([
    ['https://gitlab.com/acme/web/shop/-/merge_requests/3', 'acme/web/shop'],
    ['https://bitbucket.org/acme/shop/pull-requests/3', 'acme/shop'],
    ['', 'webhook:1'],
  ])('with the page %s is of %s', (url, repository) => {
    expect(stated(readDevLakePullRequest({ ...PULL, url }))).toMatchObject([{ repository }]);
  });
});
