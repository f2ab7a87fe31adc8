import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../cli.fixture.js';
import { GITHUB_SHOP, sha } from '../hosts/github/github-shop.fixture.js';
import { list, standInHost, type Interruption } from '../hosts/stand-in-host.fixture.js';
import { ImportTrial } from './import-trial.fixture.js';

let trial: ImportTrial;

beforeEach(async () => {
  trial = await ImportTrial.start(['github', 'acme/shop'], { GITHUB_TOKEN: 'ghp_of_the_test' });
});

afterEach(() => trial.stop());

describe('import github', () => {
  it('sends commits with the parents they have, page by page', async () => {
    const ran = await trial.importFrom(GITHUB_SHOP, ['--only', 'commits']);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toContain('acme/shop: 5 commits read: 5 accepted');
    expect(trial.eventsSent().map(({ sha, parents }) => [sha, parents])).toEqual([
      [sha('e'), [sha('c')]],
      [sha('c'), [sha('b')]],
      [sha('b'), [sha('a'), sha('d')]],
      [sha('d'), [sha('a')]],
      [sha('a'), []],
    ]);
    expect(trial.eventsSent()[1]).toEqual({
      ...{ type: 'commit', source: 'github', repository: 'acme/shop', sha: sha('c') },
      ...{ parents: [sha('b')], author: 'ada', reverts: [sha('a')] },
      ...{ authoredAt: '2026-01-04T09:00:00Z', committedAt: '2026-01-04T10:00:00Z' },
    });
    expect(trial.host?.asked[1]?.headers.authorization).toBe('Bearer ghp_of_the_test');
  });

  it('sends everything else as the webhooks would have', async () => {
    const ran = await trial.importFrom(GITHUB_SHOP, ['--json']);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      read: { commits: 5, changes: 2, deployments: 3, runs: 0, issues: 1 },
      unread: [],
    });
    const kinds = trial.deliveriesSent().map(({ headers }) => headers['x-github-event']);
    expect(kinds.sort()).toEqual(
      [
        ...Array<string>(3).fill('deployment'),
        ...Array<string>(5).fill('deployment_status'),
        ...['issues', 'pull_request', 'pull_request', 'pull_request_review'],
      ].sort(),
    );
    const review = trial
      .deliveriesSent()
      .find(({ headers }) => headers['x-github-event'] === 'pull_request_review');
    expect(review?.payload).toMatchObject({
      review: { id: 80, state: 'approved' },
      pull_request: { number: 1 },
      repository: { full_name: 'acme/shop' },
    });
  });

  it('leaves out what has not changed since, and asks for no page behind it', async () => {
    await trial.importFrom(GITHUB_SHOP, ['--since', '2026-01-04', '--only', 'changes,deployments']);
    const numbers = trial
      .deliveriesSent()
      .flatMap(({ payload }) => payload['pull_request']?.['number']);
    expect(numbers.filter((number) => number !== undefined)).toEqual([2]);
    const ids = trial
      .deliveriesSent()
      .flatMap(({ payload }) => payload['deployment']?.['id'] ?? []);
    expect([...new Set(ids)]).toEqual([3, 2]);
    expect(trial.host?.asked.some(({ path }) => path.endsWith('/1/statuses'))).toBe(false);
  });

  it('goes on where it was ended', async () => {
    let sent = 0;
    trial.isAway = () => (sent += 1) > 2;
    const first = await trial.importFrom(GITHUB_SHOP, ['--only', 'commits,issues']);
    expect(first.exitCode).toBe(1);
    trial.isAway = () => false;
    const second = await trial.importAgain(['--only', 'commits,issues']);
    expect(second.exitCode).toBe(0);
    expect(second.stderr).toContain('going on where the last run ended');
    const pages = trial.host?.asked.filter(({ path }) => path.endsWith('/commits'));
    // The third page was asked for, and not accepted, in the first run.
    expect(pages?.map(({ query }) => query.get('page'))).toEqual([null, '2', '3', '3']);
    expect(new Set(trial.eventsSent().map((event) => event['sha'])).size).toBe(5);
  });

  it('begins anew once it was done, and where something else is asked', async () => {
    await trial.importFrom(GITHUB_SHOP, ['--only', 'commits']);
    expect((await trial.importAgain(['--only', 'commits'])).stdout).toContain('5 commits read');
    trial.isAway = () => true;
    await trial.importAgain(['--only', 'commits']);
    trial.isAway = () => false;
    expect((await trial.importAgain(['--only', 'issues,commits'])).stdout).toContain('5 commits');
  });

  it('waits as long as GitHub wants, and tries again what passes by itself', async () => {
    const inTheWay: Record<number, Interruption> = {
      1: { status: 403, headers: { 'retry-after': '0' } },
      2: { status: 502, headers: { 'retry-after': '0' } },
      3: { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
      4: { status: 200, isCut: true },
    };
    const ran = await trial.importFrom(
      GITHUB_SHOP,
      ['--only', 'commits'],
      (_path, index) => inTheWay[index],
    );
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stderr).toContain('GitHub takes no more requests for 1 s');
    expect(ran.stdout).toContain('5 commits read: 5 accepted');
  });

  it('begins anew for a platform at another address, which has nothing yet', async () => {
    let sent = 0;
    trial.isAway = () => (sent += 1) > 2;
    await trial.importFrom(GITHUB_SHOP, ['--only', 'commits']);
    trial.isAway = () => false;
    const ran = await trial.importAgain(['--only', 'commits', '--url', trial.platformElsewhere]);
    expect(ran.stdout).toContain('5 commits read');
  });

  it('leaves out what GitHub does not give, and says so', async () => {
    const withheld = /\/pulls\/1\/commits$|\/deployments\/3\/statuses$|\/issues$/;
    const ran = await trial.importFrom(GITHUB_SHOP, [], (path) =>
      withheld.test(path) ? { status: path.endsWith('/issues') ? 410 : 404 } : undefined,
    );
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toContain('3 things could not be read');
    expect(ran.stdout).toMatch(/\n {2}a commit of #1: GitHub answered 404 to .*\n/);
    expect(ran.stdout).toMatch(/\n {2}issues: GitHub answered 410 to .*\n/);
    const pulls = trial.deliveriesSent().map(({ payload }) => payload['pull_request']);
    // Not that it has none.
    expect(pulls.find((pull) => pull?.['number'] === 1)).not.toHaveProperty('commit_shas');
    expect(pulls.find((pull) => pull?.['number'] === 2)).toHaveProperty('commit_shas');
  });

  it('leaves out one damaged thing, and says so', async () => {
    const damaged = {
      ...GITHUB_SHOP,
      '/repos/acme/shop/commits': list([{ sha: 1 }, { ...lastCommit, parents: [] }]),
    };
    const ran = await trial.importFrom(damaged, ['--only', 'commits']);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toMatch(/1 thing could not be read.*\n {2}a commit: sha: /);
    expect(trial.eventsSent()).toHaveLength(1);
  });

  it('says so of a history with a hole in it, too', async () => {
    const damaged = {
      ...GITHUB_SHOP,
      '/repos/acme/shop/commits': list([{ ...lastCommit, sha: 1 }]),
    };
    const ran = await trial.importFrom(damaged, ['--only', 'deployments']);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toMatch(/things? could not be read.*\n {2}a commit: sha: /);
  });

  it('says what a token needs that may not read', async () => {
    const ran = await trial.importFrom({}, []);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('GitHub answered 404 to /repos/acme/shop');
    expect(ran.stderr).toContain('pull requests, deployments');
    const without = await runCli(['import', 'github', 'acme/shop']);
    expect(without).toMatchObject({ exitCode: 2 });
    expect(without.stderr).toContain('GITHUB_TOKEN is not set');
  });

  it('never carries the token to another host', async () => {
    const elsewhere = await standInHost({});
    const ran = await trial.importFrom(GITHUB_SHOP, ['--only', 'issues'], (path) =>
      path.endsWith('/issues')
        ? { status: 302, headers: { location: `${elsewhere.url}/issues` } }
        : undefined,
    );
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('which is not asked: check --api');
    expect(elsewhere.asked.filter(({ headers }) => headers.authorization)).toEqual([]);
    await elsewhere.close();
  });
});

const lastCommit = {
  ...{ sha: sha('a'), author: { login: 'ada' } },
  commit: {
    author: { date: '2026-01-01T09:00:00Z' },
    committer: { date: '2026-01-01T09:00:00Z' },
    message: 'Begin',
  },
};

describe('import github --redeliver', () => {
  const HOOKS = '/repos/acme/shop/hooks';
  const attempt = (id: number, guid: string, status: number, minute: number) => ({
    ...{ id, guid, status_code: status, event: 'push', redelivery: false },
    delivered_at: `2026-01-05T10:0${minute}:00Z`,
  });
  const resources = {
    [HOOKS]: list([
      { id: 5, config: { url: 'https://elsewhere.example/hook' } },
      { id: 7, config: { url: 'https://metrics.example/v1/webhooks/github' } },
    ]),
    [`${HOOKS}/7/deliveries`]: list([
      attempt(16, 'lost', 503, 6),
      attempt(15, 'mended', 202, 5),
      attempt(14, 'mended', 500, 4),
      attempt(13, 'fine', 202, 3),
      attempt(12, 'refused', 401, 2),
      attempt(11, 'lost', 0, 1),
    ]),
    [`${HOOKS}/7/deliveries/16/attempts`]: {},
    [`${HOOKS}/7/deliveries/12/attempts`]: {},
  };
  const asked = () =>
    trial.host?.asked.filter(({ method }) => method === 'POST').map(({ path }) => path);

  it('asks again for what never succeeded, once each, the earliest first', async () => {
    const ran = await trial.importFrom(resources, ['--redeliver']);
    expect(ran.stdout).toBe('acme/shop: 4 deliveries kept, 2 never succeeded, 2 asked for again\n');
    expect(asked()).toEqual([
      `${HOOKS}/7/deliveries/12/attempts`,
      `${HOOKS}/7/deliveries/16/attempts`,
    ]);
  });

  it('goes on where GitHub does not make one again', async () => {
    const gone = { ...resources, [`${HOOKS}/7/deliveries/12/attempts`]: undefined };
    const ran = await trial.importFrom(gone, ['--redeliver']);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toContain('2 never succeeded, 1 asked for again\n  not again: refused: ');
  });

  it('only says so where nothing is to be done', async () => {
    const ran = await trial.importFrom(resources, ['--redeliver', '--dry-run']);
    expect(ran.stdout).toContain('none asked for (--dry-run)');
    expect(asked()).toEqual([]);
  });

  it('says which webhook it looks for where there is none', async () => {
    const ran = await trial.importFrom({ [HOOKS]: list([]) }, ['--redeliver']);
    expect(ran).toMatchObject({ exitCode: 1 });
    expect(ran.stderr).toContain('has no webhook whose address ends with /v1/webhooks/github');
  });
});
