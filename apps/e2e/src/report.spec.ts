import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { until, Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { ALWAYS, type Json, PlatformClient } from './platform/platform-client.js';

jest.setTimeout(120_000);

const REPOSITORY = 'acme/shop';
const FIRST = '1'.repeat(40);
const SECOND = '2'.repeat(40);

/** What a step of a GitHub job is started with; a job that is run again counts its attempts. */
const jobOf = (run: string, attempt: number, sha: string) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_RUN_ID: run,
  GITHUB_RUN_ATTEMPT: String(attempt),
  GITHUB_JOB: 'deploy',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: sha,
});

describePlatform('throughline report', () => {
  const bench = new Workbench();
  let url: string;
  let api: PlatformClient;

  beforeAll(async () => {
    url = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(url);
    const authoredAt = Date.now() - 3_600_000;
    const commit = { type: 'commit', repository: REPOSITORY, authoredAt };
    await api.send([
      { ...commit, sha: FIRST, parents: [] },
      { ...commit, sha: SECOND, parents: [FIRST] },
    ]);
  });

  afterAll(() => bench.clear());

  const report = (words: readonly string[], job: Readonly<Record<string, string>>) =>
    bench.command(['report', ...words], { environment: { ...job, THROUGHLINE_URL: url } });

  const deploy = (run: string, attempt: number, sha: string, command: readonly string[]) =>
    report(
      ['deployment', '--service', 'checkout', '--environment', 'production', '--', ...command],
      jobOf(run, attempt, sha),
    );

  /** Of the service, newest first, as soon as the newest has this status. */
  const deployments = (status: string) =>
    until(`a deployment that ${status}`, async () => {
      const query = { ...ALWAYS, service: 'checkout' };
      const items = (await api.get('/v1/deployments', query)).body['items'] as Json[];
      return items[0]?.['status'] === status ? items : undefined;
    });

  it('counts a job once that failed, and succeeded when it was run again', async () => {
    expect(await deploy('1', 1, FIRST, ['true'])).toMatchObject({ exitCode: 0 });
    await deployments('succeeded');
    expect(await deploy('2', 1, SECOND, ['sh', '-c', 'exit 3'])).toMatchObject({ exitCode: 3 });
    expect(await deployments('failed')).toHaveLength(2);
    expect(await deploy('2', 2, SECOND, ['true'])).toMatchObject({ exitCode: 0 });
    const [again, ...others] = await deployments('succeeded');
    expect(again).toMatchObject({
      id: 'github-actions:2:deploy:production:checkout',
      repository: REPOSITORY,
      sha: SECOND,
      url: 'https://github.com/acme/shop/actions/runs/2/attempts/2',
    });
    expect(others).toMatchObject([{ id: 'github-actions:1:deploy:production:checkout' }]);
    await api.settled(REPOSITORY);
    const [row] = await api.metrics({ service: 'checkout' });
    expect(row?.changeFailRate).toMatchObject({ failed: 0, deployments: 2 });
    expect(row?.changeLeadTime).toMatchObject({ commits: 1, baselineCommits: 1 });
  });

  it('finds out when an incident began that another job has opened', async () => {
    const incident = (words: readonly string[]) =>
      report(['incident', ...words, '--id', 'INC-1'], {
        // Where the note of one job is out of the other's reach.
        TMPDIR: '/nonexistent',
      });
    const opened = await incident(['open', '--service', 'checkout', '--severity', 'high']);
    expect(opened).toMatchObject({ exitCode: 0, stderr: '' });
    const read = () => api.get('/v1/incidents/api/INC-1');
    const open = await until('the incident', async () => {
      const { status, body } = await read();
      return status === 200 ? body : undefined;
    });
    expect(await incident(['resolve'])).toMatchObject({ exitCode: 0, stderr: '' });
    const over = await until('its end', async () => {
      const { body } = await read();
      return typeof body['resolvedAt'] === 'string' ? body : undefined;
    });
    expect(over).toEqual({ ...open, resolvedAt: expect.any(String) });
  });
});
