/**
 * What GitLab sends, written after its pages:
 * https://docs.gitlab.com/user/project/integrations/webhook_events/ (18.x), with the notation of times
 * that each of them shows.
 */

export const sha = (letter: string) => letter.repeat(40);

export const PROJECT = {
  id: 30,
  name: 'Shop',
  web_url: 'https://gitlab.example.com/acme/shop',
  git_http_url: 'https://gitlab.example.com/acme/shop.git',
  git_ssh_url: 'git@gitlab.example.com:acme/shop.git',
  path_with_namespace: 'acme/shop',
  default_branch: 'main',
};

export const USER = { id: 7, name: 'Ada', username: 'ada', email: '[REDACTED]' };

export const commit = (letter: string, more: object = {}) => ({
  id: sha(letter),
  message: 'Charge the card once\n',
  title: 'Charge the card once',
  timestamp: '2026-03-01T12:00:00+01:00',
  author: { name: 'Ada', email: 'ada@example.com' },
  added: ['a'],
  modified: ['b'],
  removed: [],
  ...more,
});

export const PUSH = {
  object_kind: 'push',
  event_name: 'push',
  before: sha('a'),
  after: sha('c'),
  ref: 'refs/heads/main',
  checkout_sha: sha('c'),
  user_id: 7,
  user_username: 'ada',
  project_id: 30,
  project: PROJECT,
  commits: [commit('b'), commit('c')],
  total_commits_count: 2,
};

export const TAG_PUSH = {
  object_kind: 'tag_push',
  event_name: 'tag_push',
  before: sha('0'),
  after: sha('c'),
  ref: 'refs/tags/v1.0.0',
  project: PROJECT,
  commits: [],
  total_commits_count: 0,
};

export const MERGE_REQUEST = {
  object_kind: 'merge_request',
  event_type: 'merge_request',
  user: USER,
  project: PROJECT,
  object_attributes: {
    id: 99,
    iid: 4,
    target_branch: 'main',
    source_branch: 'charge-once',
    source_project_id: 30,
    author_id: 51,
    title: 'Charge the card once',
    created_at: '2026-03-01 11:00:00 UTC',
    updated_at: '2026-03-01 12:00:00 UTC',
    state: 'opened',
    draft: false,
    merge_commit_sha: null,
    url: 'https://gitlab.example.com/acme/shop/-/merge_requests/4',
    last_commit: { id: sha('b'), timestamp: '2026-03-01T12:00:00+01:00' },
    action: 'open',
  },
  labels: [{ id: 206, title: 'payments', type: 'ProjectLabel' }],
  changes: {},
};

export const NOTE = {
  object_kind: 'note',
  event_type: 'note',
  user: USER,
  project: PROJECT,
  object_attributes: {
    id: 1244,
    note: 'This MR needs work.',
    noteable_type: 'MergeRequest',
    author_id: 7,
    created_at: '2026-03-01 11:20:00 UTC',
    updated_at: '2026-03-01 11:21:00 UTC',
    system: false,
    action: 'create',
    url: 'https://gitlab.example.com/acme/shop/-/merge_requests/4#note_1244',
  },
  merge_request: { id: 99, iid: 4, state: 'opened' },
};

const job = (more: object) => ({
  created_at: '2026-03-01 12:00:00 UTC',
  started_at: '2026-03-01 12:01:00 UTC',
  finished_at: '2026-03-01 12:04:00 UTC',
  environment: null,
  ...more,
});

export const PIPELINE = {
  object_kind: 'pipeline',
  object_attributes: {
    id: 31,
    iid: 3,
    name: 'Deploy shop',
    ref: 'main',
    tag: false,
    sha: sha('c'),
    source: 'push',
    status: 'success',
    stages: ['build', 'deploy'],
    created_at: '2026-03-01 12:00:00 UTC',
    finished_at: '2026-03-01 12:05:00 UTC',
    duration: 300,
    url: 'https://gitlab.example.com/acme/shop/-/pipelines/31',
  },
  user: USER,
  project: PROJECT,
  commit: { id: sha('c') },
  builds: [
    job({ id: 376, stage: 'build', name: 'image', status: 'success' }),
    job({ id: 380, stage: 'deploy', name: 'live', status: 'success' }),
  ],
};

export const JOB = {
  object_kind: 'build',
  ref: 'main',
  tag: false,
  before_sha: sha('a'),
  sha: sha('c'),
  build_id: 796,
  build_name: 'deploy-live',
  build_stage: 'deploy',
  build_status: 'success',
  build_created_at: '2026-03-01T12:00:00.250Z',
  build_started_at: '2026-03-01T12:01:00.500Z',
  build_finished_at: '2026-03-01T12:04:00.750Z',
  build_duration: 180.25,
  build_allow_failure: false,
  retries_count: 0,
  pipeline_id: 31,
  project_id: 30,
  project_name: 'Acme / Shop',
  user: USER,
  commit: { id: 31, name: 'Deploy shop', sha: sha('c'), status: 'running' },
  repository: { name: 'Shop', git_http_url: PROJECT.git_http_url },
  project: PROJECT,
  environment: { name: 'production', action: 'start', deployment_tier: 'production' },
};

export const DEPLOYMENT = {
  object_kind: 'deployment',
  status: 'success',
  status_changed_at: '2026-03-01 13:04:01 +0100',
  deployment_id: 15,
  deployable_id: 796,
  deployable_url: 'https://gitlab.example.com/acme/shop/-/jobs/796',
  environment: 'live-eu',
  environment_tier: 'production',
  environment_slug: 'live-eu',
  environment_external_url: 'https://shop.example.com',
  project: PROJECT,
  short_sha: sha('c').slice(0, 8),
  user: USER,
  user_url: 'https://gitlab.example.com/ada',
  commit_url: `https://gitlab.example.com/acme/shop/-/commit/${sha('c')}`,
  commit_title: 'Charge the card once',
  ref: 'main',
};

export const RELEASE = {
  id: 1,
  created_at: '2026-03-01 12:55:12 UTC',
  description: 'v1.1 has been released',
  name: 'v1.1',
  released_at: '2026-03-01 12:55:12 UTC',
  tag: 'v1.1',
  object_kind: 'release',
  project: PROJECT,
  url: 'https://gitlab.example.com/acme/shop/-/releases/v1.1',
  action: 'create',
  commit: { id: sha('c'), message: 'Release v1.1' },
};

export const INCIDENT = {
  object_kind: 'work_item',
  event_type: 'issue',
  user: USER,
  project: PROJECT,
  object_attributes: {
    id: 301,
    iid: 23,
    type: 'Incident',
    title: 'Nobody can pay',
    author_id: 51,
    created_at: '2026-03-01T12:00:00.500Z',
    updated_at: '2026-03-01T12:30:00.000Z',
    closed_at: null,
    confidential: false,
    moved_to_id: null,
    state: 'opened',
    action: 'open',
    severity: 'high',
    escalation_status: 'triggered',
    url: 'https://gitlab.example.com/acme/shop/-/issues/23',
  },
  labels: [{ id: 206, title: 'payments' }],
  changes: {},
};

/** Beyond what is measured: an emoji, a member of a group, a wiki page, an epic. */
export const OF_NO_INTEREST: readonly object[] = [
  {
    object_kind: 'emoji',
    event_type: 'award',
    project: PROJECT,
    object_attributes: { id: 1, name: 'thumbsup' },
  },
  { event_name: 'user_add_to_group', group_name: 'acme', user_username: 'ada' },
  { object_kind: 'wiki_page', project: PROJECT, object_attributes: { title: 'Awesome' } },
  {
    object_kind: 'work_item',
    event_type: 'epic',
    group: { full_path: 'acme' },
    object_attributes: { ...INCIDENT.object_attributes, type: 'Epic' },
    labels: [],
  },
];
