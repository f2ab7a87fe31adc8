import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until, Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { ALWAYS, PlatformClient } from './platform/platform-client.js';

const SHA = 'a'.repeat(40);

interface Sent {
  readonly path: string;
  readonly body: string | object;
  readonly method?: string;
}

describePlatform('the addresses of other tools', () => {
  const bench = new Workbench();
  let address: string;
  let api: PlatformClient;

  beforeAll(async () => {
    address = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(address);
  });

  afterAll(() => bench.clear());

  /** As `curl -d` sends it, which calls everything a form. */
  const send = async ({ path, body, method = 'POST' }: Sent): Promise<string> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer}`);
    return answer;
  };

  it('take a deployment each, which is then listed', async () => {
    const datadog = await send({
      path: '/api/v2/dora/deployment',
      body: {
        data: {
          attributes: {
            service: 'from-datadog',
            env: 'production',
            started_at: 1772366400000000000,
            finished_at: 1772366460000000000,
            git: { commit_sha: SHA, repository_url: 'https://github.com/acme/shop' },
            version: 'v1',
          },
        },
      },
    });
    await send({
      path: '/api/rest/plugins/webhook/connections/by-name/from-devlake/deployments',
      body: {
        id: 'r1',
        startedDate: '2026-03-01T12:00:00Z',
        finishedDate: '2026-03-01T12:01:00Z',
        result: 'SUCCESS',
        environment: 'PRODUCTION',
        deploymentCommits: [{ repoUrl: 'https://github.com/acme/shop', commitSha: SHA }],
      },
    });
    await send({
      path: '/api/1/deployments/acme/from-sleuth/register_deploy',
      body: `api_key=any&sha=${SHA}&environment=production&date=2026-03-01T12:01:00Z`,
    });
    const created = await send({
      path: '/api/v4/projects/acme%2Ffrom-gitlab/deployments',
      body: `environment=production&sha=${SHA}&ref=main&tag=false&status=running`,
    });
    const { id } = JSON.parse(created) as { id: string };
    await send({
      path: `/api/v4/projects/acme%2Ffrom-gitlab/deployments/${id}`,
      body: 'status=success',
      method: 'PUT',
    });

    for (const service of ['from-datadog', 'from-devlake', 'from-sleuth', 'from-gitlab']) {
      const item = await until(`the deployment of ${service} to be listed`, async () => {
        const { body } = await api.get('/v1/deployments', { ...ALWAYS, service });
        const [listed] = body['items'] as { status: string }[];
        return listed?.status === 'succeeded' ? listed : undefined;
      });
      expect(item).toMatchObject({ service, environment: 'production', sha: SHA, failed: false });
    }

    // A person's word on the first of them, at Datadog's address and by the id that it answered.
    const { data } = JSON.parse(datadog) as { data: { id: string } };
    await send({
      path: `/api/v2/dora/deployments/${data.id}`,
      body: { data: { attributes: { change_failure: true }, id: data.id } },
      method: 'PATCH',
    });
    const failed = await until('the verdict to count', async () => {
      const { body } = await api.get('/v1/deployments', { ...ALWAYS, service: 'from-datadog' });
      const [listed] = body['items'] as { failed: boolean }[];
      return listed?.failed === true ? listed : undefined;
    });
    expect(failed).toMatchObject({
      failureReasons: [expect.objectContaining({ rule: 'verdict' })],
    });
  });

  it('take an incident each', async () => {
    await send({
      path: '/api/v2/dora/failure',
      body: { data: { attributes: { services: ['i-datadog'], started_at: 1772366400 } } },
    });
    await send({
      path: '/plugins/webhook/connections/by-name/i-devlake/issues',
      body: {
        issueKey: 'K-1',
        title: 'down',
        type: 'INCIDENT',
        status: 'TODO',
        originalStatus: 'open',
        createdDate: '2026-03-01T12:00:00Z',
      },
    });
    await send({
      path: '/api/1/deployments/acme/i-sleuth/production/pager/register_impact/any',
      body: { type: 'triggered', id: 'K-1', date: '2026-03-01T12:00:00Z' },
    });
    for (const service of ['i-datadog', 'i-devlake', 'i-sleuth']) {
      await until(`the incident of ${service} to be listed`, async () => {
        const { body } = await api.get('/v1/incidents', { ...ALWAYS, service });
        const items = body['items'] as readonly object[];
        return items.length === 1 ? items : undefined;
      });
    }
  });
});
