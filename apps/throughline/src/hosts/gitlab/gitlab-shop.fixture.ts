import { list, type Resources } from '../stand-in-host.fixture.js';

// What GitLab's API tells of a small project, by hand after https://docs.gitlab.com/api/api_resources/.

export const sha = (letter: string) => letter.repeat(40);

export const WEB = 'https://gitlab.example.com/acme/shop';

const commit = (letter: string, parents: readonly string[], day: number) => ({
  ...{ id: sha(letter), short_id: letter.repeat(8), parent_ids: parents.map(sha) },
  message: letter === 'c' ? `Revert it\n\nThis reverts commit ${sha('a')}.` : 'Change it',
  ...{ author_name: 'Ada', author_email: 'ada@example.org' },
  authored_date: `2026-01-0${day}T10:00:00.000+01:00`,
  committed_date: `2026-01-0${day}T11:00:00.000+01:00`,
});

const ADA = { id: 51, username: 'ada' };
const GRACE = { id: 7, username: 'grace' };

const mergeRequest = (iid: number, more: object) => ({
  ...{ id: 900 + iid, iid, project_id: 30, title: `Change ${iid}`, state: 'opened', author: ADA },
  ...{ created_at: '2026-01-02T08:00:00.000Z', source_branch: `change-${iid}`, sha: sha('d') },
  ...{ merged_at: null, closed_at: null, merge_commit_sha: null, squash_commit_sha: null },
  ...{ labels: ['payments'], web_url: `${WEB}/-/merge_requests/${iid}`, draft: false },
  ...more,
});

const note = (id: number, body: string, system: boolean, hour: number) => ({
  ...{ id, body, system, author: GRACE, noteable_type: 'MergeRequest', noteable_iid: 1 },
  created_at: `2026-01-02T${hour}:00:00.400Z`,
  updated_at: `2026-01-02T${hour}:00:00.400Z`,
});

const job = (id: number, more: object) => ({
  ...{ id, name: 'deploy-live', stage: 'deploy', ref: 'main', tag: false, status: 'success' },
  created_at: '2026-01-05T11:00:00.000Z',
  started_at: '2026-01-05T11:01:00.000Z',
  finished_at: '2026-01-05T11:04:00.000Z',
  ...{ user: ADA, pipeline: { id: 31, sha: sha('e'), ref: 'main', status: 'success' } },
  ...more,
});

const deployment = (id: number, more: object) => ({
  ...{ id, iid: id, ref: 'main', sha: sha('e'), status: 'success', user: ADA },
  created_at: '2026-01-05T11:00:10.000Z',
  updated_at: '2026-01-05T11:04:01.000Z',
  environment: { id: 9, name: 'live-eu' },
  deployable: job(700 + id, {}),
  ...more,
});

const P = '/projects/30';

/** Five commits, a change that was merged and one that is open, four deployments, an incident and an issue. */
export const GITLAB_SHOP: Resources = {
  '/projects/acme%2Fshop': {
    ...{ id: 30, name: 'Shop', path_with_namespace: 'acme/shop', default_branch: 'main' },
    ...{ web_url: WEB, visibility: 'private' },
  },
  [`${P}/repository/commits`]: list([
    commit('e', ['c'], 5),
    commit('c', ['b'], 4),
    commit('b', ['a', 'd'], 3),
    commit('d', ['a'], 2),
    commit('a', [], 1),
  ]),
  [`${P}/merge_requests`]: list([
    mergeRequest(2, { updated_at: '2026-01-04T12:00:00.000Z' }),
    mergeRequest(1, {
      ...{ state: 'merged', merged_at: '2026-01-03T12:00:00.250Z', merge_commit_sha: sha('b') },
      updated_at: '2026-01-03T12:00:01.000Z',
    }),
  ]),
  [`${P}/merge_requests/1/commits`]: list([{ id: sha('d') }, { id: sha('f') }]),
  [`${P}/merge_requests/1/notes`]: list([
    note(80, 'marked this merge request as **ready**', true, 10),
    note(81, 'Why twice?', false, 11),
    note(82, 'added 1 commit', true, 12),
    note(83, 'approved this merge request', true, 13),
  ]),
  [`${P}/merge_requests/2/commits`]: list([]),
  [`${P}/merge_requests/2/notes`]: list([]),
  [`${P}/environments`]: list([
    { id: 9, name: 'live-eu', tier: 'production', state: 'available' },
    { id: 10, name: 'qa', tier: 'testing', state: 'stopped' },
  ]),
  [`${P}/deployments`]: list([
    deployment(96, {}),
    deployment(95, { status: 'failed', sha: sha('c') }),
    deployment(94, { status: 'blocked' }),
    deployment(93, { deployable: null, environment: { id: 10, name: 'qa' } }),
  ]),
  [`${P}/pipelines`]: list([{ id: 31, status: 'success', ref: 'main', sha: sha('e') }]),
  [`${P}/pipelines/31`]: {
    ...{ id: 31, name: 'Deploy shop', ref: 'main', tag: false, sha: sha('e'), source: 'push' },
    ...{ status: 'success', user: ADA, web_url: `${WEB}/-/pipelines/31` },
    created_at: '2026-01-05T10:50:00.000Z',
    finished_at: '2026-01-05T11:05:00.000Z',
  },
  [`${P}/issues`]: list([
    {
      ...{ id: 301, iid: 23, type: 'INCIDENT', issue_type: 'incident', severity: 'HIGH' },
      ...{ title: 'Nobody can pay', state: 'closed', labels: ['payments'], author: ADA },
      ...{ web_url: `${WEB}/-/issues/23`, moved_to_id: null },
      created_at: '2026-01-04T11:10:00.000Z',
      updated_at: '2026-01-04T12:00:01.000Z',
      closed_at: '2026-01-04T12:00:00.000Z',
    },
    {
      ...{ id: 302, iid: 24, type: 'ISSUE', issue_type: 'issue', severity: 'UNKNOWN' },
      ...{ title: 'A typo', state: 'opened', labels: [], web_url: `${WEB}/-/issues/24` },
      created_at: '2026-01-04T11:10:00.000Z',
      updated_at: '2026-01-04T12:00:00.000Z',
    },
  ]),
};
