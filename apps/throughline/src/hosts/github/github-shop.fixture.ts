import { list, type Resources } from '../stand-in-host.fixture.js';

// What GitHub's API tells of a small repository, by hand after https://docs.github.com/rest.

export const sha = (letter: string) => letter.repeat(40);

const commit = (letter: string, parents: readonly string[], day: number) => ({
  sha: sha(letter),
  commit: {
    author: { name: 'Ada', email: 'ada@example.org', date: `2026-01-0${day}T09:00:00Z` },
    committer: { name: 'Ada', email: 'ada@example.org', date: `2026-01-0${day}T10:00:00Z` },
    message: letter === 'c' ? `Revert it\n\nThis reverts commit ${sha('a')}.` : 'Change it',
  },
  author: { login: 'ada' },
  parents: parents.map((parent) => ({ sha: sha(parent) })),
});

const pull = (number: number, updatedAt: string) => ({
  ...{ number, title: `Change ${number}`, state: 'closed', user: { login: 'ada' }, labels: [] },
  ...{ created_at: '2026-01-02T08:00:00Z', updated_at: updatedAt, closed_at: updatedAt },
  ...{ merged_at: updatedAt, merge_commit_sha: sha('b') },
  head: { ref: `change-${number}`, sha: sha('d') },
});

const deployment = (id: number, letter: string, day: number) => ({
  ...{ id, sha: sha(letter), environment: 'production' },
  ...{ created_at: `2026-01-0${day}T11:00:00Z`, creator: { login: 'ada' } },
});

const status = (state: string, day: number, minute: number) => ({
  ...{ state, environment: 'production', created_at: `2026-01-0${day}T11:0${minute}:00Z` },
});

const SHOP = '/repos/acme/shop';

/** Five commits on main and one beside it, two changes, three deployments, an incident. */
export const GITHUB_SHOP: Resources = {
  [SHOP]: { id: 1, name: 'shop', full_name: 'acme/shop', default_branch: 'main', private: true },
  [`${SHOP}/commits`]: list([
    commit('e', ['c'], 5),
    commit('c', ['b'], 4),
    commit('b', ['a', 'd'], 3),
    commit('d', ['a'], 2),
    commit('a', [], 1),
  ]),
  [`${SHOP}/pulls`]: list([pull(2, '2026-01-04T12:00:00Z'), pull(1, '2026-01-03T12:00:00Z')]),
  [`${SHOP}/pulls/1/reviews`]: list([
    {
      ...{ id: 80, state: 'APPROVED', user: { login: 'grace' } },
      ...{ submitted_at: '2026-01-02T15:00:00Z', html_url: 'https://github.com/acme/shop/pull/1' },
    },
  ]),
  [`${SHOP}/pulls/1/commits`]: list([commit('d', ['a'], 2)]),
  [`${SHOP}/pulls/2/reviews`]: list([]),
  [`${SHOP}/pulls/2/commits`]: list([]),
  [`${SHOP}/deployments`]: list([
    deployment(3, 'e', 5),
    deployment(2, 'c', 4),
    deployment(1, 'b', 3),
  ]),
  [`${SHOP}/deployments/1/statuses`]: list([
    status('success', 3, 5),
    status('in_progress', 3, 2),
    status('queued', 3, 1),
  ]),
  [`${SHOP}/deployments/2/statuses`]: list([status('failure', 4, 5)]),
  [`${SHOP}/deployments/3/statuses`]: list([status('success', 5, 5)]),
  [`${SHOP}/actions/runs`]: list([], 'workflow_runs'),
  [`${SHOP}/issues`]: list([
    {
      ...{ number: 9, title: 'It is down', state: 'closed', labels: [{ name: 'incident' }] },
      ...{ created_at: '2026-01-04T11:10:00Z', updated_at: '2026-01-04T12:00:00Z' },
      closed_at: '2026-01-04T12:00:00Z',
    },
  ]),
  [`${SHOP}/releases`]: list([]),
};
