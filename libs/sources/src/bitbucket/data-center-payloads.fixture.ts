/*
 * Written after https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html, with
 * names of our own.
 */

const sha = (letter: string) => letter.repeat(40);

const ADA = {
  name: 'ada',
  emailAddress: 'ada@example.com',
  id: 1,
  displayName: 'Ada',
  active: true,
  slug: 'ada',
  type: 'NORMAL',
};

const repository = {
  slug: 'checkout',
  id: 84,
  name: 'checkout',
  scmId: 'git',
  project: { key: 'SHOP', id: 84, name: 'Shop', public: false, type: 'NORMAL' },
  public: false,
};

const commit = (letter: string, parents: readonly string[]) => ({
  id: sha(letter),
  displayId: letter.repeat(11),
  author: ADA,
  authorTimestamp: 1772366400000,
  committer: ADA,
  committerTimestamp: 1772366460000,
  message: 'Charge the card once',
  parents: parents.map((parent) => ({ id: sha(parent), displayId: parent.repeat(11) })),
});

export const REFS_CHANGED = {
  eventKey: 'repo:refs_changed',
  date: '2026-03-01T23:02:00+1100',
  actor: ADA,
  repository,
  changes: [
    {
      ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
      refId: 'refs/heads/main',
      fromHash: sha('0'),
      toHash: sha('b'),
      type: 'UPDATE',
    },
  ],
  commits: [commit('b', ['a']), commit('a', ['0'])],
  toCommit: commit('b', ['a']),
};

const pullRequest = {
  id: 17,
  version: 1,
  title: 'Charge the card once',
  state: 'OPEN',
  open: true,
  closed: false,
  createdDate: 1772280000000,
  updatedDate: 1772283600000,
  fromRef: {
    id: 'refs/heads/charge-once',
    displayId: 'charge-once',
    latestCommit: 'ef8755f06ee4b28c96a847a95cb8ec8ed6ddd1ca',
    repository,
  },
  toRef: {
    id: 'refs/heads/main',
    displayId: 'main',
    latestCommit: '178864a7d521b6f5e720b386b2c2b0ef8563e0dc',
    repository,
  },
  author: { user: ADA, role: 'AUTHOR', approved: false, status: 'UNAPPROVED' },
  reviewers: [],
  participants: [],
  links: {
    self: [{ href: 'https://git.example.com/projects/SHOP/repos/checkout/pull-requests/17' }],
  },
};

export const PR_OPENED = {
  eventKey: 'pr:opened',
  date: '2026-02-28T23:00:00+1100',
  actor: ADA,
  pullRequest,
};

export const PR_MERGED = {
  eventKey: 'pr:merged',
  date: '2026-03-01T23:00:00+1100',
  actor: ADA,
  pullRequest: {
    ...pullRequest,
    version: 2,
    state: 'MERGED',
    open: false,
    closed: true,
    closedDate: 1772366400000,
    updatedDate: 1772366400000,
    properties: { mergeCommit: { id: sha('e'), displayId: 'eeeeeeeeeee' } },
  },
};

export const PR_DECLINED = {
  eventKey: 'pr:declined',
  date: '2026-03-01T23:00:00+1100',
  actor: ADA,
  pullRequest: { ...PR_MERGED.pullRequest, state: 'DECLINED', properties: undefined },
};

export const PR_DELETED = {
  ...PR_OPENED,
  eventKey: 'pr:deleted',
  date: '2026-03-01T23:30:00+1100',
};

const GRACE = { ...ADA, name: 'grace', emailAddress: 'grace@example.com', id: 2 };

export const PR_APPROVED = {
  eventKey: 'pr:reviewer:approved',
  date: '2026-03-01T10:00:00+1100',
  actor: GRACE,
  pullRequest,
  participant: { user: GRACE, role: 'REVIEWER', approved: true, status: 'APPROVED' },
  previousStatus: 'UNAPPROVED',
};

export const PR_NEEDS_WORK = { ...PR_APPROVED, eventKey: 'pr:reviewer:needs_work' };

export const PR_COMMENT = {
  eventKey: 'pr:comment:added',
  date: '2026-03-01T09:00:00+1100',
  actor: GRACE,
  pullRequest,
  comment: { id: 62, version: 0, text: 'Why twice?', author: GRACE, createdDate: 1772316000000 },
};
