import { describe, expect, it } from '@jest/globals';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { bitbucket } from './bitbucket.js';
import {
  change,
  CHANGES_REQUESTED,
  commit,
  COMMIT_STATUS,
  PULL_REQUEST_APPROVED,
  PULL_REQUEST_COMMENT,
  PULL_REQUEST_CREATED,
  PULL_REQUEST_FULFILLED,
  PULL_REQUEST_REJECTED,
  PUSH,
  push,
  sha,
} from './cloud-payloads.fixture.js';

const read = (event: string, payload: unknown, ...rules: Partial<DeploymentRule>[]) =>
  bitbucket.normalise(
    payload,
    { 'x-event-key': event },
    {
      ...NO_MAPPING,
      deployments: rules.map((rule) => ({ when: {}, ignore: false, ...rule })),
    },
  );

describe('a push to Bitbucket Cloud', () => {
  it('is the commits it lists, with their parents', () => {
    const told = (letter: string, parents: string[]) => ({
      type: 'commit',
      source: 'bitbucket',
      updatedAt: 3,
      repository: 'acme/shop',
      sha: sha(letter),
      parents: parents.map(sha),
      authoredAt: '2026-03-01T12:00:00+00:00',
      committedAt: undefined,
      author: 'ada@example.com',
      branch: 'main',
    });
    expect(read('repo:push', PUSH)).toEqual({
      kind: 'events',
      events: [told('c', ['b']), told('b', ['a', 'd']), told('a', ['0'])],
    });
  });

  it('is at least the commit that the branch is at', () => {
    const target = commit('c', ['b']);
    const unlisted = change([target], { commits: [{ hash: sha('b'), message: 'as documented' }] });
    expect(read('repo:push', push(unlisted))).toMatchObject({ events: [{ sha: sha('c') }] });
  });

  it('says at which commit it was cut off', () => {
    const commits = [commit('c', ['b']), commit('b', ['a'])];
    expect(read('repo:push', push(change(commits, { truncated: true })))).toMatchObject({
      events: [
        expect.not.objectContaining({ missingBefore: 1 }),
        { sha: sha('b'), missingBefore: 1 },
      ],
    });
  });

  it('of several branches is the commits of each', () => {
    const other = commit('e', ['c']);
    const changes = [
      change([commit('c', ['b'])]),
      change([other], { new: { type: 'branch', name: 'next', target: other } }),
    ];
    expect(read('repo:push', push(...changes))).toMatchObject({
      events: [
        { sha: sha('c'), branch: 'main' },
        { sha: sha('e'), branch: 'next' },
      ],
    });
  });

  it('takes back what its messages say', () => {
    const revert = commit('c', ['b'], { message: `Revert\n\nThis reverts commit ${sha('a')}.` });
    expect(read('repo:push', push(change([revert])))).toMatchObject({
      events: [{ reverts: [sha('a')] }],
    });
  });

  it.each([
    ['of a tag', push(change([], { new: { type: 'tag', name: 'v1', target: commit('c', []) } }))],
    ['that deletes a branch', push(change([], { new: null, commits: undefined }))],
    ['without a change', push()],
  ])('%s is ignored', (_, payload) => {
    expect(read('repo:push', payload)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a pull request of Bitbucket Cloud', () => {
  it('is a change from its opening, and names no commit by half a hash', () => {
    expect(read('pullrequest:created', PULL_REQUEST_CREATED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'bitbucket',
          updatedAt: '2026-02-28T12:08:59.556330+00:00',
          repository: 'acme/shop',
          number: 17,
          openedAt: '2026-02-28T12:08:59.535217+00:00',
          mergedAt: undefined,
          closedAt: undefined,
          author: '557058:c0ffee',
          headSha: undefined,
          mergeSha: undefined,
          branch: 'charge-once',
          title: 'Charge the card once',
          url: 'https://bitbucket.org/acme/shop/pull-requests/17',
        },
      ],
    });
  });

  it('is merged, or closed without', () => {
    const at = '2026-03-01T09:30:00.556330+00:00';
    expect(read('pullrequest:fulfilled', PULL_REQUEST_FULFILLED)).toMatchObject({
      events: [{ mergedAt: at, closedAt: at }],
    });
    expect(read('pullrequest:rejected', PULL_REQUEST_REJECTED)).toMatchObject({
      events: [{ mergedAt: undefined, closedAt: at }],
    });
  });

  it('names its merge where the hash is whole', () => {
    const { pullrequest } = PULL_REQUEST_FULFILLED;
    const whole = { ...pullrequest, merge_commit: { hash: sha('e') } };
    const payload = { ...PULL_REQUEST_FULFILLED, pullrequest: whole };
    expect(read('pullrequest:fulfilled', payload)).toMatchObject({
      events: [{ mergeSha: sha('e') }],
    });
  });
});

describe('a review of Bitbucket Cloud', () => {
  const told = {
    type: 'review',
    source: 'bitbucket',
    repository: 'acme/shop',
    number: 17,
    url: 'https://bitbucket.org/acme/shop/pull-requests/17',
  };
  const at = '2026-02-28T14:00:00.195330+00:00';

  it.each([
    [
      'pullrequest:approved',
      PULL_REQUEST_APPROVED,
      { id: `approved ${at}`, state: 'approved', at, reviewer: '557058:beef' },
    ],
    [
      'pullrequest:changes_request_created',
      CHANGES_REQUESTED,
      { id: `changes ${at}`, state: 'changes_requested', at, reviewer: '557058:beef' },
    ],
    [
      'pullrequest:comment_created',
      PULL_REQUEST_COMMENT,
      {
        id: 'comment 501',
        state: 'commented',
        at: '2026-02-28T13:00:00.1+00:00',
        reviewer: '557058:c0ffee',
      },
    ],
  ])('of %s says what and when', (event, payload, expected) => {
    expect(read(event, payload)).toEqual({ kind: 'events', events: [{ ...told, ...expected }] });
  });
});

describe('the status of a commit', () => {
  const rule = { when: { workflow: ['deploy-{environment}'] } };
  const said = (more: object) => ({
    ...COMMIT_STATUS,
    commit_status: { ...COMMIT_STATUS.commit_status, ...more },
  });

  it('is a deployment where a rule knows its key', () => {
    expect(read('repo:commit_status_updated', COMMIT_STATUS, rule)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'bitbucket',
          service: 'shop',
          environment: 'production',
          id: `deploy-production@${sha('c')}`,
          repository: 'acme/shop',
          sha: sha('c'),
          status: 'succeeded',
          startedAt: '2026-03-01T12:49:03.200000+00:00',
          finishedAt: '2026-03-01T12:52:03.200000+00:00',
          updatedAt: '2026-03-01T12:52:03.200000+00:00',
          url: 'https://ci.example.com/deploy/130',
        },
      ],
    });
  });

  it('is known by its name and its branch too', () => {
    const named = { when: { workflow: ['Deploy {service}'], branch: ['main'] } };
    expect(read('repo:commit_status_created', COMMIT_STATUS, named)).toMatchObject({
      events: [{ service: 'checkout' }],
    });
    expect(read('repo:commit_status_created', said({ refname: 'topic' }), named)).toMatchObject({
      kind: 'ignored',
    });
  });

  it.each([
    ['INPROGRESS', 'in_progress'],
    ['SUCCESSFUL', 'succeeded'],
    ['FAILED', 'failed'],
    ['STOPPED', 'cancelled'],
  ])('%s is %s', (state, status) => {
    expect(read('repo:commit_status_updated', said({ state }), rule)).toMatchObject({
      events: [{ status }],
    });
  });

  it('is nothing without a rule', () => {
    expect(read('repo:commit_status_updated', COMMIT_STATUS)).toMatchObject({ kind: 'ignored' });
  });
});
