import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeploymentRule, NO_MAPPING, SOURCES } from '@throughline/sources';
import { runCli } from '../cli.fixture.js';
import { GITLAB_SHOP, sha, WEB } from '../hosts/gitlab/gitlab-shop.fixture.js';
import { list, standInHost } from '../hosts/stand-in-host.fixture.js';
import { ImportTrial } from './import-trial.fixture.js';

let trial: ImportTrial;

beforeEach(async () => {
  trial = await ImportTrial.start(['gitlab', 'acme/shop'], { GITLAB_TOKEN: 'glpat-of-the-test' });
});

afterEach(() => trial.stop());

/** What the platform makes of what it was sent: the reader is that of the webhooks. */
function told(...deployments: DeploymentRule[]) {
  return trial.deliveriesSent().flatMap(({ payload, headers }) => {
    const said = SOURCES.get('gitlab')?.normalise(payload, headers, { ...NO_MAPPING, deployments });
    expect(said?.kind).not.toBe('refused');
    return said?.kind === 'events' ? said.events : [];
  });
}

const at = (time: string) => Date.parse(`2026-01-${time}Z`);

describe('import gitlab', () => {
  it('sends every commit of the repository with the parents it has', async () => {
    const ran = await trial.importFrom(GITLAB_SHOP, ['--only', 'commits']);
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
      ...{ type: 'commit', source: 'gitlab', repository: 'acme/shop', sha: sha('c') },
      ...{ parents: [sha('b')], author: 'ada@example.org', reverts: [sha('a')] },
      authoredAt: '2026-01-04T10:00:00.000+01:00',
      committedAt: '2026-01-04T11:00:00.000+01:00',
    });
    expect(trial.host?.asked[1]?.query.get('all')).toBe('true');
    expect(trial.host?.asked[1]?.headers.authorization).toBe('Bearer glpat-of-the-test');
  });

  it('sends merge requests as their webhook tells them, with the commits it does not list', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'changes']);
    const changes = told().filter(({ type }) => type === 'change');
    expect(changes[0]).toMatchObject({ number: 2, mergedAt: undefined, commits: [] });
    expect(changes[1]).toEqual({
      ...{ type: 'change', source: 'gitlab', repository: 'acme/shop', number: 1 },
      // One more than it says: the webhook of the same moment knows less.
      updatedAt: at('03T12:00:01.001'),
      openedAt: at('02T08:00:00'),
      mergedAt: at('03T12:00:00.250'),
      closedAt: at('03T12:00:00.250'),
      author: 'gitlab:51',
      commits: [sha('f'), sha('d')],
      headSha: sha('d'),
      mergeSha: sha('b'),
      branch: 'change-1',
      title: 'Change 1',
      url: `${WEB}/-/merge_requests/1`,
      labels: ['payments'],
    });
  });

  it('sends reviews by the ids that the webhooks give them', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'changes']);
    const reviews = told().filter(({ type }) => type === 'review');
    const grace = 'gitlab:7';
    expect(reviews).toMatchObject([
      {
        number: 1,
        id: `ready-${at('02T10:00:00.400')}`,
        state: 'ready',
        at: at('02T10:00:00.400'),
      },
      { number: 1, id: 'note-81', state: 'commented', at: at('02T11:00:00.400'), reviewer: grace },
      { id: `approval-${grace}`, state: 'approved', at: at('02T13:00:00.400'), reviewer: grace },
    ]);
    expect(reviews[1]?.['url']).toBe(`${WEB}/-/merge_requests/1#note_81`);
  });

  it('sends deployments as the jobs that made them, or by their own number', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'deployments']);
    const common = { type: 'deployment', source: 'gitlab', repository: 'acme/shop' };
    expect(told()).toMatchObject([
      {
        ...{ ...common, service: 'shop', environment: 'live-eu', id: 'job-796', sha: sha('e') },
        ...{ status: 'succeeded', actor: 'ada' },
        ...{ startedAt: at('05T11:01:00'), finishedAt: at('05T11:04:00') },
      },
      { ...common, id: 'job-795', sha: sha('c'), status: 'failed' },
      {
        ...{ ...common, environment: 'qa', id: 'deployment-93', sha: sha('e') },
        ...{ status: 'succeeded', finishedAt: at('05T11:04:01') },
      },
    ]);
    expect(told()).toHaveLength(3);
  });

  it('sends what rules go by: the tier of the environment, the name of the pipeline', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'deployments']);
    const rules = [
      { when: { environment: ['testing'] }, ignore: true },
      { when: { environment: ['production'], workflow: ['Deploy {service}'] }, ignore: false },
    ];
    expect(told(...rules).map(({ id }) => id)).toEqual(['job-796', 'job-795']);
    // Both jobs are of one pipeline, and are on one page.
    expect(trial.host?.asked.filter(({ path }) => path.endsWith('/pipelines/31'))).toHaveLength(1);
  });

  it('sends pipelines where they are asked for', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'pipelines']);
    const rule = { when: { workflow: ['Deploy {service}'], branch: ['main'] }, ignore: false };
    expect(told(rule)).toMatchObject([
      {
        ...{ id: 'pipeline-31', service: 'shop', sha: sha('e'), status: 'succeeded' },
        ...{ startedAt: at('05T10:50:00'), finishedAt: at('05T11:05:00'), actor: 'ada' },
        url: `${WEB}/-/pipelines/31`,
      },
    ]);
  });

  it('sends issues, of which the reader knows the incidents', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--only', 'issues']);
    expect(trial.deliveriesSent()).toHaveLength(2);
    expect(told()).toMatchObject([
      {
        ...{ type: 'incident', id: 'acme/shop#23', severity: 'high', services: ['shop'] },
        ...{ openedAt: at('04T11:10:00'), resolvedAt: at('04T12:00:00') },
        ...{ url: `${WEB}/-/issues/23`, labels: ['payments'] },
      },
    ]);
  });

  it('leaves pipelines out where nobody asks for them', async () => {
    const ran = await trial.importFrom(GITLAB_SHOP, ['--json']);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      read: { commits: 5, changes: 2, deployments: 4, issues: 2 },
      unread: [],
    });
    expect(trial.host?.asked.some(({ path }) => path === '/projects/30/pipelines')).toBe(false);
  });

  it('asks GitLab only for what has changed since', async () => {
    await trial.importFrom(GITLAB_SHOP, ['--since', '2026-01-04']);
    const since = (path: string) =>
      trial.host?.asked
        .find((asked) => asked.path === `/projects/30/${path}`)
        ?.query.get(path === 'repository/commits' ? 'since' : 'updated_after');
    for (const path of ['repository/commits', 'merge_requests', 'deployments', 'issues']) {
      expect(Date.parse(String(since(path)))).toBe(at('04T00:00:00'));
    }
  });

  it('leaves out one damaged thing, and says so', async () => {
    const damaged = {
      ...GITLAB_SHOP,
      '/projects/30/deployments': list([{ id: 'none' }, { id: 1, sha: sha('a') }]),
    };
    const ran = await trial.importFrom(damaged, ['--only', 'deployments']);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stdout).toMatch(/2 things could not be read.*\n {2}a deployment: id: /);
  });

  it('says what a token needs that may not read', async () => {
    const ran = await trial.importFrom({});
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('GitLab answered 404 to /projects/acme%2Fshop');
    expect(ran.stderr).toContain('the scope read_api');
    const without = await runCli(['import', 'gitlab', 'acme/shop']);
    expect(without).toMatchObject({ exitCode: 2 });
    expect(without.stderr).toContain('GITLAB_TOKEN is not set');
  });

  it('never carries the token to another host', async () => {
    const elsewhere = await standInHost({});
    const ran = await trial.importFrom(GITLAB_SHOP, ['--only', 'issues'], (path) =>
      path.endsWith('/issues')
        ? { status: 302, headers: { location: `${elsewhere.url}/issues` } }
        : undefined,
    );
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('which is not asked: check --api');
    expect(elsewhere.asked).toHaveLength(1);
    expect(JSON.stringify(elsewhere.asked[0]?.headers)).not.toContain('glpat');
    await elsewhere.close();
  });
});
