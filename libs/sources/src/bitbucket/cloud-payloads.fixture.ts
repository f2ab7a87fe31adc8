/*
 * Written after https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/, with names of our
 * own. Commits carry their dates and parents as they do in deliveries; the page leaves both out.
 */

export const sha = (letter: string) => letter.repeat(40);

const ADA = {
  type: 'user',
  display_name: 'Ada',
  nickname: 'ada',
  account_id: '557058:c0ffee',
  uuid: '{678ab31f-9f88-4d7a-b343-1bdf9f024917}',
};

const repository = {
  type: 'repository',
  full_name: 'acme/shop',
  name: 'Shop',
  uuid: '{59005838-3978-410b-84fd-8b4ce1b41089}',
  links: { html: { href: 'https://bitbucket.org/acme/shop' } },
};

export function commit(letter: string, parents: readonly string[], more: object = {}) {
  return {
    type: 'commit',
    hash: sha(letter),
    date: '2026-03-01T12:00:00+00:00',
    message: 'Charge the card once\n',
    author: { raw: 'Ada <ada@example.com>', user: ADA },
    parents: parents.map((parent) => ({ type: 'commit', hash: sha(parent) })),
    ...more,
  };
}

export const change = (commits: readonly ReturnType<typeof commit>[], more: object = {}) => ({
  old: { type: 'branch', name: 'main', target: commit('0', []) },
  new: { type: 'branch', name: 'main', target: commits[0] },
  created: false,
  closed: false,
  forced: false,
  truncated: false,
  commits,
  ...more,
});

export const push = (...changes: readonly object[]) => ({
  actor: ADA,
  repository,
  push: { changes },
});

export const PUSH = push(change([commit('c', ['b']), commit('b', ['a', 'd']), commit('a', ['0'])]));

const pullrequest = {
  id: 17,
  title: 'Charge the card once',
  description: '',
  state: 'OPEN',
  draft: false,
  author: ADA,
  source: {
    branch: { name: 'charge-once' },
    commit: { hash: 'd3022fc0ca3d' },
    repository,
  },
  destination: { branch: { name: 'main' }, commit: { hash: 'ce5965ddd289' }, repository },
  merge_commit: null,
  participants: [],
  reviewers: [],
  close_source_branch: true,
  closed_by: null,
  created_on: '2026-02-28T12:08:59.535217+00:00',
  updated_on: '2026-02-28T12:08:59.556330+00:00',
  links: { html: { href: 'https://bitbucket.org/acme/shop/pull-requests/17' } },
};

export const PULL_REQUEST_CREATED = { actor: ADA, repository, pullrequest };

export const PULL_REQUEST_FULFILLED = {
  actor: ADA,
  repository,
  pullrequest: {
    ...pullrequest,
    state: 'MERGED',
    merge_commit: { hash: '764413d85e29' },
    closed_by: ADA,
    updated_on: '2026-03-01T09:30:00.556330+00:00',
  },
};

export const PULL_REQUEST_REJECTED = {
  ...PULL_REQUEST_FULFILLED,
  pullrequest: { ...PULL_REQUEST_FULFILLED.pullrequest, state: 'DECLINED', merge_commit: null },
};

export const PULL_REQUEST_COMMENT = {
  ...PULL_REQUEST_CREATED,
  comment: {
    id: 501,
    content: { raw: 'Why twice?' },
    created_on: '2026-02-28T13:00:00.1+00:00',
    user: ADA,
  },
};

const GRACE = { ...ADA, display_name: 'Grace', account_id: '557058:beef', uuid: '{beef}' };

const given = { date: '2026-02-28T14:00:00.195330+00:00', user: GRACE };

export const PULL_REQUEST_APPROVED = { ...PULL_REQUEST_CREATED, actor: GRACE, approval: given };

export const CHANGES_REQUESTED = { ...PULL_REQUEST_CREATED, actor: GRACE, changes_request: given };

export const COMMIT_STATUS = {
  actor: ADA,
  repository,
  commit_status: {
    type: 'build',
    key: 'deploy-production',
    name: 'Deploy checkout',
    description: '',
    state: 'SUCCESSFUL',
    refname: 'main',
    url: 'https://ci.example.com/deploy/130',
    created_on: '2026-03-01T12:49:03.200000+00:00',
    updated_on: '2026-03-01T12:52:03.200000+00:00',
    links: {
      commit: {
        href: `https://api.bitbucket.org/2.0/repositories/acme/shop/commit/${sha('c')}`,
      },
    },
  },
};
