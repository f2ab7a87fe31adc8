import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { gitea } from './gitea.js';
import {
  commit,
  ISSUE,
  OLD_PUSH,
  PULL_REQUEST,
  PULL_REQUEST_APPROVED,
  PULL_REQUEST_COMMENT,
  PULL_REQUEST_MERGED,
  PULL_REQUEST_READY,
  PUSH,
  RELEASE,
  sha,
  TAG_PUSH,
  TEST_PUSH,
} from './payloads.fixture.js';

const read = (event: string, payload: object, mapping = NO_MAPPING) =>
  gitea.normalise(payload, { 'x-gitea-event': event }, mapping);

describe('a push', () => {
  const told = (letter: string, parent: string) => ({
    type: 'commit',
    source: 'gitea',
    updatedAt: 2,
    repository: 'acme/shop',
    sha: sha(letter),
    parents: [sha(parent)],
    authoredAt: '2026-03-01T13:00:00+01:00',
    author: 'ada',
    branch: 'main',
    paths: ['a', 'b'],
  });

  it('is the commits it lists, the newest of which comes first in the list', () => {
    expect(read('push', PUSH)).toEqual({
      kind: 'events',
      events: [told('b', 'a'), told('c', 'b')],
    });
  });

  it('says how many older ones it does not list', () => {
    expect(read('push', { ...PUSH, total_commits: 8 })).toMatchObject({
      events: [{ sha: sha('b'), missingBefore: 6 }, { sha: sha('c') }],
    });
  });

  it('to another branch yields to what the default branch says of the same commits', () => {
    expect(read('push', { ...PUSH, ref: 'refs/heads/next' })).toMatchObject({
      events: [
        { branch: 'next', updatedAt: 1 },
        { branch: 'next', updatedAt: 1 },
      ],
    });
  });

  it('of a new branch has no beginning', () => {
    expect(read('push', { ...PUSH, before: sha('0') })).toMatchObject({
      events: [
        { sha: sha('b'), parents: [], updatedAt: 0 },
        { sha: sha('c'), parents: [sha('b')] },
      ],
    });
  });

  it('names authors without an account by their address, and takes what old versions tell', () => {
    const author = { name: 'Ada', email: 'ada@example.com', username: '' };
    expect(read('push', { ...PUSH, commits: [commit('c', { author })] })).toMatchObject({
      events: [{ author: 'ada@example.com' }],
    });
    expect(read('push', OLD_PUSH)).toMatchObject({
      events: [{ sha: sha('b'), parents: [sha('a')], paths: undefined }],
    });
  });

  it.each([
    ['a tag', TAG_PUSH, /^the push of a tag/],
    ['a test', TEST_PUSH, /^a test: the webhook is connected$/],
    ['no commits', { ...PUSH, commits: null }, /^the push lists no commits$/],
  ])('of %s is ignored', (_, payload, reason) => {
    expect(read('push', payload)).toEqual({
      kind: 'ignored',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('a pull request', () => {
  const change = {
    type: 'change',
    source: 'gitea',
    updatedAt: '2026-03-01T15:00:00+01:00',
    repository: 'acme/shop',
    number: 7,
    openedAt: '2026-03-01T12:00:00+01:00',
    mergedAt: '2026-03-01T15:00:00+01:00',
    closedAt: '2026-03-01T15:00:00+01:00',
    author: 'ada',
    headSha: sha('b'),
    mergeSha: sha('d'),
    branch: 'once',
    title: 'Charge the card once',
    url: 'https://git.example.com/acme/shop/pulls/7',
    labels: ['payments'],
  };

  it('that was merged is a change with the commit that brought it', () => {
    expect(read('pull_request', PULL_REQUEST_MERGED)).toEqual({
      kind: 'events',
      events: [change],
    });
  });

  it.each(['opened', 'synchronized', 'edited', 'reopened', 'label_updated', 'assigned'])(
    'is the change as it is now when it was %s',
    (action) => {
      expect(read('pull_request', { ...PULL_REQUEST, action })).toMatchObject({
        events: [{ type: 'change', mergedAt: null, mergeSha: undefined, closedAt: undefined }],
      });
    },
  );

  it('is ready when its title calls it work in progress no more', () => {
    expect(read('pull_request', PULL_REQUEST_READY)).toMatchObject({
      events: [
        { type: 'change', title: 'Charge the card once' },
        {
          type: 'review',
          source: 'gitea',
          repository: 'acme/shop',
          number: 7,
          id: 'ready 2026-03-01T13:00:00+01:00',
          state: 'ready',
          at: '2026-03-01T13:00:00+01:00',
        },
      ],
    });
  });

  it.each([
    ['from one draft to another', '[wip] Charge', 'WIP: Charge'],
    ['of what was no draft', 'Charge', 'Charge once'],
    ['of what becomes a draft', 'Charge', 'WIP: Charge'],
  ])('is not made ready by a new title %s', (_, from, title) => {
    const pull_request = { ...PULL_REQUEST.pull_request, title };
    const edited = {
      ...PULL_REQUEST,
      action: 'edited',
      changes: { title: { from } },
      pull_request,
    };
    expect(read('pull_request', edited)).toMatchObject({ events: [{ type: 'change', title }] });
    expect(read('pull_request', edited)).not.toMatchObject({ events: [{}, {}] });
  });
});

describe('a review', () => {
  it.each([
    ['pull_request_approved', 'approved'],
    ['pull_request_rejected', 'changes_requested'],
    ['pull_request_comment', 'commented'],
  ])('of the event %s: %s', (event, state) => {
    expect(read(event, PULL_REQUEST_APPROVED)).toEqual({
      kind: 'events',
      events: [
        expect.objectContaining({ type: 'change', updatedAt: '2026-03-01T14:00:00+01:00' }),
        {
          type: 'review',
          source: 'gitea',
          repository: 'acme/shop',
          number: 7,
          id: `${state} 2026-03-01T14:00:00+01:00`,
          state,
          at: '2026-03-01T14:00:00+01:00',
          reviewer: 'bob',
          url: 'https://git.example.com/acme/shop/pulls/7',
        },
      ],
    });
  });
});

describe('a comment', () => {
  it('on a pull request is a step of its review', () => {
    expect(read('issue_comment', PULL_REQUEST_COMMENT)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'review',
          source: 'gitea',
          repository: 'acme/shop',
          number: 7,
          id: 'comment 77',
          updatedAt: '2026-03-01T13:30:00+01:00',
          at: '2026-03-01T13:30:00+01:00',
          state: 'commented',
          reviewer: 'bob',
          url: 'https://git.example.com/acme/shop/pulls/7#issuecomment-77',
        },
      ],
    });
  });

  it('that was deleted is taken back', () => {
    expect(read('issue_comment', { ...PULL_REQUEST_COMMENT, action: 'deleted' })).toMatchObject({
      events: [{ id: 'comment 77', retracted: true }],
    });
  });

  it('on an issue is ignored', () => {
    const kind = read('issue_comment', { ...PULL_REQUEST_COMMENT, is_pull: false }).kind;
    expect(kind).toBe('ignored');
  });
});

describe('a release', () => {
  it('of a commit deploys it to production', () => {
    expect(read('release', RELEASE)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'gitea',
          repository: 'acme/shop',
          service: 'shop',
          environment: 'production',
          id: 'release-12',
          sha: sha('d'),
          version: 'v1.2.0',
          status: 'succeeded',
          finishedAt: '2026-03-01T16:00:00+01:00',
          url: 'https://git.example.com/acme/shop/releases/tag/v1.2.0',
          actor: 'ada',
        },
      ],
    });
  });

  it.each([
    ['names a branch', { release: { ...RELEASE.release, target_commitish: 'main' } }],
    ['was only changed', { action: 'updated' }],
  ])('that %s is ignored', (_, more) => {
    expect(read('release', { ...RELEASE, ...more }).kind).toBe('ignored');
  });
});

describe('an issue', () => {
  it('with the label is an incident', () => {
    expect(read('issues', ISSUE)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'gitea',
          id: 'acme/shop#8',
          updatedAt: '2026-03-01T17:10:00+01:00',
          services: ['shop'],
          environment: undefined,
          severity: undefined,
          openedAt: '2026-03-01T17:00:00+01:00',
          resolvedAt: undefined,
          title: 'Cards are charged twice',
          url: 'https://git.example.com/acme/shop/issues/8',
          labels: ['Incident'],
        },
      ],
    });
  });

  it('is resolved when it is closed', () => {
    const closed = { state: 'closed', closed_at: '2026-03-01T18:00:00+01:00' };
    expect(
      read('issues', { ...ISSUE, action: 'closed', issue: { ...ISSUE.issue, ...closed } }),
    ).toMatchObject({ events: [{ resolvedAt: '2026-03-01T18:00:00+01:00' }] });
  });

  it.each(['label_updated', 'label_cleared'])(
    'without the label is taken back at %s, since nothing says which label it had',
    (action) => {
      const issue = { ...ISSUE.issue, labels: [] };
      expect(read('issues', { ...ISSUE, action, issue })).toMatchObject({
        events: [{ id: 'acme/shop#8', retracted: true }],
      });
    },
  );

  it('that never was an incident is ignored', () => {
    const issue = { ...ISSUE.issue, labels: [] };
    expect(read('issues', { ...ISSUE, action: 'opened', issue }).kind).toBe('ignored');
  });
});
