/**
 * What Gitea and Forgejo send, written after https://docs.gitea.com/usage/webhooks and
 * https://forgejo.org/docs/latest/user/webhooks/, with the fields of `modules/structs` of either.
 */

export const sha = (letter: string) => letter.repeat(40);

export const ADA = { id: 1, login: 'ada', full_name: 'Ada', email: 'ada@noreply.example.com' };

const BOB = { id: 2, login: 'bob', full_name: 'Bob', email: 'bob@noreply.example.com' };

export const REPOSITORY = {
  id: 140,
  owner: ADA,
  name: 'shop',
  full_name: 'acme/shop',
  private: true,
  html_url: 'https://git.example.com/acme/shop',
  ssh_url: 'ssh://git@git.example.com/acme/shop.git',
  clone_url: 'https://git.example.com/acme/shop.git',
  default_branch: 'main',
};

export const commit = (letter: string, more: object = {}) => ({
  id: sha(letter),
  message: 'Charge the card once\n',
  url: `https://git.example.com/acme/shop/commit/${sha(letter)}`,
  author: { name: 'Ada', email: 'ada@example.com', username: 'ada' },
  committer: { name: 'Ada', email: 'ada@example.com', username: 'ada' },
  verification: null,
  timestamp: '2026-03-01T13:00:00+01:00',
  added: ['a'],
  removed: [],
  modified: ['b'],
  ...more,
});

/** `c` was written after `b`: newest first. */
export const PUSH = {
  ref: 'refs/heads/main',
  before: sha('a'),
  after: sha('c'),
  compare_url: `https://git.example.com/acme/shop/compare/${sha('a')}...${sha('c')}`,
  commits: [commit('c'), commit('b')],
  total_commits: 2,
  head_commit: commit('c'),
  repository: REPOSITORY,
  pusher: ADA,
  sender: ADA,
};

/** As the first example of Gitea's page: without the files and the total. */
export const OLD_PUSH = {
  ref: 'refs/heads/main',
  before: sha('a'),
  after: sha('b'),
  commits: [{ ...commit('b'), added: undefined, removed: undefined, modified: undefined }],
  repository: REPOSITORY,
  pusher: ADA,
  sender: ADA,
};

/** What the button _Test delivery_ sends. */
export const TEST_PUSH = {
  ...PUSH,
  before: sha('c'),
  commits: [commit('c')],
  total_commits: 1,
};

export const TAG_PUSH = {
  ...PUSH,
  ref: 'refs/tags/v1.0.0',
  before: sha('0'),
  commits: [],
  total_commits: 0,
};

export const PULL_REQUEST_COMMENT = {
  action: 'created',
  issue: { id: 99, number: 7, title: 'Charge the card once', state: 'open' },
  comment: {
    id: 77,
    user: BOB,
    body: 'Why twice?',
    html_url: 'https://git.example.com/acme/shop/pulls/7#issuecomment-77',
    created_at: '2026-03-01T13:30:00+01:00',
    updated_at: '2026-03-01T13:30:00+01:00',
  },
  repository: REPOSITORY,
  sender: BOB,
  is_pull: true,
};

const LABEL = { id: 5, name: 'payments', color: '00aabb', description: '' };

export const PULL_REQUEST = {
  action: 'opened',
  number: 7,
  pull_request: {
    id: 99,
    number: 7,
    user: ADA,
    title: 'WIP: Charge the card once',
    body: '',
    labels: [LABEL],
    state: 'open',
    draft: true,
    html_url: 'https://git.example.com/acme/shop/pulls/7',
    merged: false,
    merged_at: null as string | null,
    merge_commit_sha: null as string | null,
    merged_by: null,
    base: { label: 'main', ref: 'main', sha: sha('a'), repo_id: 140, repo: REPOSITORY },
    head: { label: 'once', ref: 'once', sha: sha('b'), repo_id: 140, repo: REPOSITORY },
    merge_base: sha('a'),
    created_at: '2026-03-01T12:00:00+01:00',
    updated_at: '2026-03-01T12:00:00+01:00',
    closed_at: null as string | null,
  },
  requested_reviewer: null,
  repository: REPOSITORY,
  sender: ADA,
  commit_id: '',
  review: null,
};

export const PULL_REQUEST_READY = {
  ...PULL_REQUEST,
  action: 'edited',
  changes: { title: { from: 'WIP: Charge the card once' } },
  pull_request: {
    ...PULL_REQUEST.pull_request,
    title: 'Charge the card once',
    draft: false,
    updated_at: '2026-03-01T13:00:00+01:00',
  },
};

const READY = PULL_REQUEST_READY.pull_request;

export const PULL_REQUEST_APPROVED = {
  ...PULL_REQUEST,
  action: 'reviewed',
  pull_request: { ...READY, updated_at: '2026-03-01T14:00:00+01:00' },
  sender: BOB,
  review: { type: 'pull_request_review_approved', content: 'Well done' },
};

export const PULL_REQUEST_MERGED = {
  ...PULL_REQUEST,
  action: 'closed',
  pull_request: {
    ...READY,
    state: 'closed',
    merged: true,
    merged_at: '2026-03-01T15:00:00+01:00',
    merge_commit_sha: sha('d'),
    merged_by: BOB,
    updated_at: '2026-03-01T15:00:00+01:00',
    closed_at: '2026-03-01T15:00:00+01:00',
  },
  sender: BOB,
};

export const RELEASE = {
  action: 'published',
  release: {
    id: 12,
    tag_name: 'v1.2.0',
    target_commitish: sha('d'),
    name: 'Once',
    body: '',
    html_url: 'https://git.example.com/acme/shop/releases/tag/v1.2.0',
    draft: false,
    prerelease: false,
    created_at: '2026-03-01T16:00:00+01:00',
    published_at: '2026-03-01T16:00:00+01:00',
    author: ADA,
    assets: [],
  },
  repository: REPOSITORY,
  sender: ADA,
};

export const ISSUE = {
  action: 'label_updated',
  number: 8,
  issue: {
    id: 300,
    number: 8,
    user: BOB,
    title: 'Cards are charged twice',
    body: '',
    labels: [{ ...LABEL, name: 'Incident' }],
    state: 'open',
    html_url: 'https://git.example.com/acme/shop/issues/8',
    created_at: '2026-03-01T17:00:00+01:00',
    updated_at: '2026-03-01T17:10:00+01:00',
    closed_at: null as string | null,
    pull_request: null,
  },
  repository: REPOSITORY,
  sender: BOB,
  commit_id: '',
};

/** Of what did not happen yet. */
export const NEVER = '1970-01-01T01:00:00+01:00';

/** Gitea 1.25 and later. */
export const WORKFLOW_RUN = {
  action: 'completed',
  workflow: {
    id: 'deploy.yaml',
    name: 'Deploy',
    path: '.gitea/workflows/deploy.yaml',
    state: 'active',
  },
  workflow_run: {
    id: 41,
    html_url: 'https://git.example.com/acme/shop/actions/runs/9',
    display_title: 'Charge the card once',
    path: 'deploy.yaml@refs/heads/main',
    event: 'push',
    run_attempt: 1,
    run_number: 9,
    head_sha: sha('d'),
    head_branch: 'main',
    status: 'completed',
    conclusion: 'success',
    actor: ADA,
    trigger_actor: BOB,
    started_at: '2026-03-01T15:01:00+01:00',
    completed_at: '2026-03-01T15:04:00+01:00',
  },
  repository: REPOSITORY,
  sender: ADA,
};

/** Gitea 1.24 and later. */
export const WORKFLOW_JOB = {
  action: 'completed',
  workflow_job: {
    id: 52,
    html_url: 'https://git.example.com/acme/shop/actions/runs/9/jobs/0',
    run_id: 41,
    name: 'ship',
    labels: ['ubuntu-latest'],
    run_attempt: 1,
    head_sha: sha('d'),
    head_branch: 'main',
    status: 'completed',
    conclusion: 'failure',
    steps: [],
    created_at: '2026-03-01T14:01:00Z',
    started_at: '2026-03-01T14:02:00Z',
    completed_at: '2026-03-01T14:03:00Z',
  },
  repository: REPOSITORY,
  sender: ADA,
};

/** Forgejo. */
export const ACTION_RUN = {
  action: 'success',
  run: {
    id: 61,
    title: 'Charge the card once',
    repository: REPOSITORY,
    workflow_id: 'deploy.yml',
    index_in_repo: 9,
    trigger_user: ADA,
    prettyref: 'main',
    commit_sha: sha('d'),
    event: 'push',
    event_payload: '{}',
    trigger_event: 'push',
    status: 'success',
    started: '2026-03-01T15:01:00+01:00',
    stopped: '2026-03-01T15:04:00+01:00',
    created: '2026-03-01T15:00:00+01:00',
    updated: '2026-03-01T15:04:00+01:00',
    duration: 180_000_000_000,
    html_url: 'https://git.example.com/acme/shop/actions/runs/9',
  },
  last_run: null,
  prior_status: 'running',
};
