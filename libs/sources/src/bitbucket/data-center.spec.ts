import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { bitbucket } from './bitbucket.js';
import {
  PR_APPROVED,
  PR_COMMENT,
  PR_DECLINED,
  PR_DELETED,
  PR_MERGED,
  PR_NEEDS_WORK,
  PR_OPENED,
  REFS_CHANGED,
} from './data-center-payloads.fixture.js';

const sha = (letter: string) => letter.repeat(40);

const read = (payload: { readonly eventKey: string }) =>
  bitbucket.normalise(payload, { 'x-event-key': payload.eventKey }, NO_MAPPING);

describe('a push to Bitbucket Data Center', () => {
  it('is the commits it lists, with their parents', () => {
    const told = (letter: string, parent: string) => ({
      type: 'commit',
      source: 'bitbucket',
      updatedAt: 3,
      repository: 'shop/checkout',
      sha: sha(letter),
      parents: [sha(parent)],
      authoredAt: 1772366400000,
      committedAt: 1772366460000,
      author: 'ada@example.com',
      branch: 'main',
    });
    expect(read(REFS_CHANGED)).toEqual({
      kind: 'events',
      events: [told('b', 'a'), told('a', '0')],
    });
  });

  it('lists nothing before version 8', () => {
    const older = { ...REFS_CHANGED, commits: undefined, toCommit: undefined };
    expect(read(older)).toEqual({
      kind: 'ignored',
      reason: 'the push lists no commits, as before version 8: import the repository',
    });
  });

  it('that deletes a branch, or is of a tag, is ignored', () => {
    const [change] = REFS_CHANGED.changes;
    const of = (more: object) => ({ ...REFS_CHANGED, changes: [{ ...change, ...more }] });
    expect(read(of({ type: 'DELETE' }))).toMatchObject({ kind: 'ignored' });
    const ref = { id: 'refs/tags/v1', displayId: 'v1', type: 'TAG' };
    expect(read(of({ ref }))).toMatchObject({ kind: 'ignored' });
  });
});

describe('a pull request of Bitbucket Data Center', () => {
  it('is a change from its opening', () => {
    expect(read(PR_OPENED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'bitbucket',
          repository: 'shop/checkout',
          number: 17,
          updatedAt: 1772283600000,
          openedAt: 1772280000000,
          mergedAt: undefined,
          closedAt: undefined,
          author: 'ada@example.com',
          headSha: 'ef8755f06ee4b28c96a847a95cb8ec8ed6ddd1ca',
          mergeSha: undefined,
          branch: 'charge-once',
          title: 'Charge the card once',
          url: 'https://git.example.com/projects/SHOP/repos/checkout/pull-requests/17',
        },
      ],
    });
  });

  it('has no page where the server does not know its own address', () => {
    const pullRequest = { ...PR_MERGED.pullRequest, links: { self: [null] } };
    const told = { ...PR_MERGED, pullRequest };
    expect(read(told)).toMatchObject({ events: [{ url: undefined }] });
  });

  it('is merged by the commit it names, or declined', () => {
    expect(read(PR_MERGED)).toMatchObject({
      events: [{ mergedAt: 1772366400000, closedAt: 1772366400000, mergeSha: sha('e') }],
    });
    expect(read(PR_DECLINED)).toMatchObject({
      events: [{ mergedAt: undefined, closedAt: 1772366400000, mergeSha: undefined }],
    });
  });

  it('that is deleted is withdrawn', () => {
    expect(read(PR_DELETED)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'change',
          source: 'bitbucket',
          repository: 'shop/checkout',
          number: 17,
          updatedAt: '2026-03-01T23:30:00+11:00',
          retracted: true,
        },
      ],
    });
  });
});

describe('a review of Bitbucket Data Center', () => {
  const at = '2026-03-01T10:00:00+11:00';

  it.each([
    ['an approval', PR_APPROVED, { id: `approved ${at}`, state: 'approved', at }],
    [
      'a request for changes',
      PR_NEEDS_WORK,
      { id: `changes_requested ${at}`, state: 'changes_requested', at },
    ],
    ['a comment', PR_COMMENT, { id: 'comment 62', state: 'commented', at: 1772316000000 }],
  ])('may be %s', (_, payload, expected) => {
    expect(read(payload)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'review',
          source: 'bitbucket',
          repository: 'shop/checkout',
          number: 17,
          url: 'https://git.example.com/projects/SHOP/repos/checkout/pull-requests/17',
          reviewer: 'grace@example.com',
          ...expected,
        },
      ],
    });
  });
});
