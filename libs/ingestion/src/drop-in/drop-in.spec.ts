import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailableError } from '@throughline/event-log';
import { createToken } from '@throughline/service-kit';
import { sha } from '../examples.fixture.js';
import { type Answer, Ingestor, RECEIVED_AT } from '../ingestor.fixture.js';

const issued = { ingest: createToken(['ingest']), read: createToken(['read']) };
const TOKENS = (['ingest', 'read'] as const).map((scope) => ({
  name: scope,
  sha256: issued[scope].sha256,
  scopes: [scope],
}));

interface Sending {
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const send = (
  to: Ingestor,
  url: string,
  { method = 'POST', headers = {}, body }: Sending = {},
): Promise<Answer> =>
  to.request({
    method,
    url,
    headers,
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

const DATADOG = {
  data: { attributes: { service: 'api', started_at: 1693491974, finished_at: 1693491984 } },
};
const DATADOG_FAILURE = { data: { attributes: { services: ['api'], started_at: 1693491974 } } };
const DEVLAKE = {
  id: 'r1',
  startedDate: '2026-01-01T12:00:00Z',
  finishedDate: '2026-01-01T13:00:00Z',
  deploymentCommits: [{ repoUrl: 'https://github.com/acme/shop', commitSha: sha('a') }],
};
const ISSUE = {
  issueKey: 'K-1',
  title: 'down',
  type: 'INCIDENT',
  status: 'TODO',
  createdDate: '2026-01-01T12:00:00Z',
};
const PULL = {
  baseRepoId: 'acme/shop',
  pullRequestKey: 1,
  displayTitle: 'a change',
  createdDate: '2026-01-01T12:00:00Z',
};
const GITLAB = `environment=production&sha=${sha('a')}&ref=main&tag=false&status=running`;

describe('an address of another tool', () => {
  let ingestor: Ingestor;

  beforeEach(async () => {
    ingestor = await Ingestor.start();
  });

  afterEach(() => ingestor.stop());

  it.each([
    ['Datadog', '/api/v2/dora/deployment', DATADOG, { type: 'deployment', service: 'api' }],
    ['Datadog', '/api/v2/dora/failure', DATADOG_FAILURE, { type: 'incident', services: ['api'] }],
    ['Datadog', '/api/v2/dora/incident', DATADOG_FAILURE, { type: 'incident', services: ['api'] }],
    ...['/plugins/webhook', '/api/rest/plugins/webhook'].flatMap(
      (prefix): [string, string, object, object][] => [
        ['DevLake', `${prefix}/connections/1/deployments`, DEVLAKE, { service: 'webhook:1' }],
        ['DevLake', `${prefix}/1/deployments`, DEVLAKE, { service: 'webhook:1' }],
        ['DevLake', `${prefix}/connections/by-name/shop/deployments`, DEVLAKE, { service: 'shop' }],
        ['DevLake', `${prefix}/projects/shop/deployments`, DEVLAKE, { service: 'shop' }],
        ['DevLake', `${prefix}/connections/1/issues`, ISSUE, { id: 'webhook:1:K-1' }],
        ['DevLake', `${prefix}/connections/by-name/shop/issues`, ISSUE, { id: 'shop:K-1' }],
        ['DevLake', `${prefix}/connections/1/pull_requests`, PULL, { type: 'change' }],
      ],
    ),
    [
      'Sleuth',
      '/api/1/deployments/acme/api/register_deploy',
      { sha: sha('a') },
      { type: 'deployment', service: 'api' },
    ],
    [
      'Sleuth',
      '/api/1/deployments/acme/api/production/pager/register_impact/key',
      { type: 'triggered', id: '1' },
      { type: 'incident', services: ['api'], environment: 'production' },
    ],
  ])('takes what was made for %s: %s', async (tool, url, body, event) => {
    expect((await send(ingestor, url, { body })).status).toBe(200);
    expect(await ingestor.events()).toEqual([
      expect.objectContaining({ source: tool.toLowerCase(), ...event }),
    ]);
  });

  it('answers as Datadog does, with an id by which a verdict can be given', async () => {
    const { body } = await send(ingestor, '/api/v2/dora/deployment', { body: DATADOG });
    expect(body).toEqual({ data: { id: expect.any(String), type: 'dora_deployment' } });
    const { id } = body['data'] as { id: string };
    const patch = { data: { attributes: { change_failure: true }, id, type: 'x' } };
    expect(
      await send(ingestor, `/api/v2/dora/deployments/${id}`, { method: 'PATCH', body: patch }),
    ).toMatchObject({ status: 202, body: { text: '' } });
    const [deployment, verdict] = await ingestor.events();
    expect(verdict).toMatchObject({
      type: 'verdict',
      service: 'api',
      environment: 'production',
      deploymentId: deployment?.['id'],
      failed: true,
      at: RECEIVED_AT,
    });
  });

  it('says what is wrong in the members that each tool’s client shows', async () => {
    const answer = await send(ingestor, '/api/v2/dora/deployment', { body: { data: {} } });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'TL_INVALID_BODY',
        errors: [{ status: '400', detail: 'data.attributes is missing' }],
        message: 'data.attributes is missing',
        success: false,
      },
    });
    // What our own rules refuse is told in the same way.
    const bad = { ...DEVLAKE, startedDate: '2150-01-01T12:00:00Z' };
    expect(
      await send(ingestor, '/plugins/webhook/connections/1/deployments', { body: bad }),
    ).toMatchObject({
      status: 400,
      body: { code: 'TL_INVALID_EVENTS', message: expect.stringContaining('startedAt is outside') },
    });
    expect(
      await send(ingestor, '/api/v2/dora/deployments', { method: 'PATCH', body: {} }),
    ).toMatchObject({ status: 400, body: { message: expect.stringContaining('version') } });
    expect(await ingestor.events()).toEqual([]);
  });

  it('reads JSON that is called a form, as curl does, and forms', async () => {
    const url = '/api/1/deployments/acme/api/register_deploy';
    await send(ingestor, url, { headers: FORM, body: { sha: sha('a') } });
    await send(ingestor, url, { headers: FORM, body: `sha=${sha('b')}&environment=staging` });
    expect(await ingestor.events()).toMatchObject([
      { sha: sha('a'), environment: 'production' },
      { sha: sha('b'), environment: 'staging' },
    ]);
  });

  it('ends at GitLab’s address the deployment that it created', async () => {
    const project = '/api/v4/projects/acme%2Fshop/deployments';
    const created = await send(ingestor, project, { headers: FORM, body: GITLAB });
    expect(created).toMatchObject({ status: 201, body: { status: 'running', ref: 'main' } });
    const url = `${project}/${String(created.body['id'])}`;
    const ended = await send(ingestor, url, {
      method: 'PUT',
      headers: FORM,
      body: 'status=failed',
    });
    expect(ended).toMatchObject({ status: 200, body: { status: 'failed' } });
    const [begun, over] = await ingestor.events();
    expect(over).toMatchObject({
      service: 'shop',
      repository: 'acme/shop',
      id: begun?.['id'],
      status: 'failed',
    });
  });

  it('keeps in quarantine what lacks the beginning of an incident, and says so', async () => {
    const closed = await send(ingestor, '/plugins/webhook/connections/1/issue/K-1/close');
    expect(closed).toMatchObject({
      status: 200,
      body: { success: true, message: expect.stringMatching(/^in quarantine: .*createdDate/) },
    });
    const impact = '/api/1/deployments/acme/api/production/pager/register_impact/key';
    expect(await send(ingestor, impact, { body: { type: 'resolved', id: '1' } })).toMatchObject({
      status: 200,
      body: { text: expect.stringContaining('ended_date') },
    });
    expect(await ingestor.events()).toEqual([]);
    expect(await ingestor.quarantined()).toMatchObject([
      { source: 'devlake', faults: [{ path: 'openedAt', code: 'required' }] },
      { source: 'sleuth', faults: [{ path: 'openedAt', code: 'required' }] },
    ]);
  });

  it('promises nothing while the log is away', async () => {
    ingestor.failure = new LogUnavailableError('no broker answers');
    expect(await send(ingestor, '/api/v2/dora/deployment', { body: DATADOG })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'TL_LOG_UNAVAILABLE', errors: [{ status: '503' }] },
    });
  });
});

describe('where tokens are configured, an address of another tool', () => {
  let ingestor: Ingestor;

  beforeEach(async () => {
    ingestor = await Ingestor.start({}, TOKENS);
  });

  afterEach(() => ingestor.stop());

  const deploy = '/api/1/deployments/acme/api/register_deploy';
  const impact = '/api/1/deployments/acme/api/production/pager/register_impact';
  const gitlab = '/api/v4/projects/1/deployments';

  const places = (token: string): [string, string, Sending][] => [
    ['DD-API-KEY', '/api/v2/dora/deployment', { headers: { 'dd-api-key': token }, body: DATADOG }],
    [
      'a bearer',
      '/plugins/webhook/connections/1/deployments',
      { headers: { authorization: `Bearer ${token}` }, body: DEVLAKE },
    ],
    ['apikey', deploy, { headers: { authorization: `apikey ${token}` }, body: { sha: sha('a') } }],
    ['a field of JSON', deploy, { body: { api_key: token, sha: sha('a') } }],
    ['a field of a form', deploy, { headers: FORM, body: `api_key=${token}&sha=${sha('a')}` }],
    ['the address', `${impact}/${token}`, { body: { type: 'triggered' } }],
    ['PRIVATE-TOKEN', gitlab, { headers: { ...FORM, 'private-token': token }, body: GITLAB }],
    ['JOB-TOKEN', gitlab, { headers: { ...FORM, 'job-token': token }, body: GITLAB }],
  ];

  it.each(places(issued.ingest.token))('takes a token in %s', async (_, url, sending) => {
    expect([200, 201]).toContain((await send(ingestor, url, sending)).status);
    expect(await ingestor.events()).toHaveLength(1);
    expect(ingestor.lines.join('')).not.toContain(issued.ingest.token);
  });

  it.each([
    ...places(issued.read.token).map(([name, ...rest]) => [name, 403, ...rest] as const),
    ...places('a-guess').map(([name, ...rest]) => [name, 401, ...rest] as const),
  ])('refuses one in %s with %i', async (_, status, url, sending) => {
    const answer = await send(ingestor, url, sending);
    expect(answer).toMatchObject({ status, body: { errors: [{ status: String(status) }] } });
    expect(await ingestor.events()).toEqual([]);
  });

  it('takes no other tool’s place for it', async () => {
    const { token } = issued.ingest;
    const headers = { 'private-token': token };
    const answer = await send(ingestor, '/api/v2/dora/deployment', { headers, body: DATADOG });
    expect(answer.status).toBe(401);
    const posted = await send(ingestor, '/v1/events', { body: { api_key: token } });
    expect(posted.status).toBe(401);
  });
});
