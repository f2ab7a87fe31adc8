import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ingestor } from './ingestor.fixture.js';
import { DEPLOYMENT } from './examples.fixture.js';

const SECRET = 'a-secret-of-senders';

let ingestor: Ingestor;

beforeEach(async () => {
  const rule = { when: { workflow: ['deploy {service}'] }, ignore: false };
  ingestor = await Ingestor.start({
    sources: { cdevents: { secrets: [SECRET], unsigned: false, deployments: [rule] } },
  });
});

afterEach(() => ingestor.stop());

// After https://github.com/cdevents/spec/tree/v0.5.1/conformance.
function cdEvent(type: string, id: string, content: object, customData?: object) {
  return {
    context: {
      specversion: '0.5.1',
      id: `event-of-${id}`,
      source: '/ci/acme',
      type: `dev.cdevents.${type}`,
      timestamp: '2026-02-01T12:00:00Z',
    },
    subject: { id, content },
    ...(customData && { customData }),
  };
}

type CdEvent = ReturnType<typeof cdEvent>;

const DEPLOYED = cdEvent('service.deployed.0.3.0', 'checkout', { environment: { id: 'eu' } });
const RUN = cdEvent('pipelinerun.finished.0.3.0', 'run-1', {
  pipelineName: 'deploy web',
  outcome: 'success',
});
const CREATED = cdEvent('environment.created.0.3.0', 'eu', { name: 'eu' });
const RESOLVED = cdEvent('incident.resolved.0.3.0', 'INC-1', { environment: { id: 'eu' } });

/** https://github.com/cdevents/spec/blob/main/cloudevents-binding.md */
function envelope({ context, subject, ...rest }: CdEvent) {
  return {
    specversion: '1.0',
    id: context.id,
    source: context.source,
    type: context.type,
    subject: subject.id,
    datacontenttype: 'application/json',
    data: { context, subject, ...rest },
  };
}

function headersOf({ context }: CdEvent): Record<string, string> {
  return {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': context.id,
    'ce-source': context.source,
    'ce-type': context.type,
  };
}

const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
const BATCHED = { 'content-type': 'application/cloudevents-batch+json' };

/** Every way to send one; what the body is, and the headers. */
const MODES: readonly [string, (event: CdEvent) => [unknown, Record<string, string>]][] = [
  ['bare', (event) => [event, {}]],
  ['in binary mode', (event) => [event, headersOf(event)]],
  ['in structured mode', (event) => [envelope(event), STRUCTURED]],
  ['in batched mode', (event) => [[envelope(event)], BATCHED]],
];

describe.each(MODES)('a CDEvent %s', (_mode, sentAs) => {
  it('is taken by whoever has a token', async () => {
    expect(await ingestor.post(...sentAs(DEPLOYED))).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    expect(await ingestor.events()).toMatchObject([
      { type: 'deployment', source: 'cdevents', service: 'checkout', environment: 'eu' },
    ]);
  });

  it('is taken as a webhook by whoever knows the secret', async () => {
    const [body, headers] = sentAs(DEPLOYED);
    const send = (secret: string) =>
      ingestor.request({
        method: 'POST',
        url: '/v1/webhooks/cdevents',
        headers: {
          'content-type': 'application/json',
          ...headers,
          authorization: `Bearer ${secret}`,
        },
        payload: JSON.stringify(body),
      });
    expect(await send('another')).toMatchObject({ status: 401 });
    expect(await send(SECRET)).toMatchObject({ status: 202, body: { accepted: 1 } });
    expect(await ingestor.events()).toHaveLength(1);
  });

  it('is read by the rules of its source', async () => {
    expect(await ingestor.post(...sentAs(RUN))).toMatchObject({ body: { accepted: 1 } });
    expect(await ingestor.events()).toMatchObject([{ service: 'web', status: 'succeeded' }]);
  });

  it('of which nothing is measured is accepted and counted', async () => {
    expect(await ingestor.post(...sentAs(CREATED))).toEqual(
      expect.objectContaining({ status: 202, body: { accepted: 0, duplicates: 0, ignored: 1 } }),
    );
  });

  it('that cannot say when it began is kept to be completed', async () => {
    expect(await ingestor.post(...sentAs(RESOLVED))).toMatchObject({
      status: 202,
      body: { accepted: 0, quarantined: 1 },
    });
    const [kept] = await ingestor.quarantined();
    expect(kept).toMatchObject({ faults: [{ path: 'openedAt', code: 'required' }] });
  });

  it('without what it is about is refused', async () => {
    const empty = { ...DEPLOYED, subject: { id: 'checkout', content: {} } };
    expect(await ingestor.post(...sentAs(empty))).toMatchObject({
      status: 400,
      body: {
        faults: [
          { index: 0, code: 'not_a_cd_event', message: expect.stringMatching(/environment/) },
        ],
      },
    });
    expect(await ingestor.events()).toEqual([]);
  });
});

it('stands among other events, and faults keep their places', async () => {
  const mixed = [CREATED, DEPLOYED, DEPLOYMENT, RESOLVED];
  expect(await ingestor.post(mixed)).toMatchObject({
    status: 202,
    body: { accepted: 2, duplicates: 0, ignored: 1, quarantined: 1 },
  });
  const answer = await ingestor.post([CREATED, RUN, { ...DEPLOYMENT, sha: 'x' }]);
  expect(answer).toMatchObject({ status: 400, body: { faults: [{ index: 2, path: 'sha' }] } });
  expect(await ingestor.events()).toHaveLength(2);
});

const CONFORMANCE = new URL('../../../../shared/data/cdevents/conformance/', import.meta.url);
const HAS_CONFORMANCE = existsSync(CONFORMANCE);
const files = HAS_CONFORMANCE ? readdirSync(CONFORMANCE) : ['(they are not here)'];

/** The specification's own examples; not kept with the sources, so they may be missing. */
(HAS_CONFORMANCE ? it : it.skip).each(files)(
  'takes the conformance example %s in every mode',
  async (file) => {
    const event = JSON.parse(readFileSync(new URL(file, CONFORMANCE), 'utf8')) as CdEvent;
    for (const [, sentAs] of MODES) {
      expect(await ingestor.post(...sentAs(event))).toMatchObject({ status: 202 });
    }
  },
);

describe('whoever asks whether CloudEvents are wanted', () => {
  it.each(['/v1/events', '/v1/webhooks/cdevents', '/v1/webhooks/cdevents/secret'])(
    'is told so at %s',
    async (url) => {
      const asked = {
        'webhook-request-origin': 'eventgrid.azure.net',
        'webhook-request-rate': '120',
      };
      const { status, headers } = await ingestor.request({
        method: 'OPTIONS',
        url,
        headers: asked,
      });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        allow: 'OPTIONS, POST',
        'webhook-allowed-origin': 'eventgrid.azure.net',
        'webhook-allowed-rate': '*',
      });
    },
  );

  it('is told nothing if it names nobody', async () => {
    const { headers } = await ingestor.request({ method: 'OPTIONS', url: '/v1/events' });
    expect(headers).not.toHaveProperty('webhook-allowed-origin');
  });
});
