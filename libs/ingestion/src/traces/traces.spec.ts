import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Ingestor } from '../ingestor.fixture.js';

let ingestor: Ingestor;

beforeEach(async () => {
  ingestor = await Ingestor.start();
});

afterEach(() => ingestor.stop());

const SHA = 'ab'.repeat(20);

const attributesOf = (values: Record<string, string>) =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));

// After https://opentelemetry.io/docs/specs/semconv/cicd/cicd-spans/
const spanOf = (values: Record<string, string>) => ({
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  name: 'deploy',
  kind: 1,
  startTimeUnixNano: '1772366400000000000',
  endTimeUnixNano: '1772366460500000000',
  attributes: attributesOf(values),
});

const DEPLOY = {
  'cicd.pipeline.task.type': 'deploy',
  'cicd.pipeline.task.run.id': 'task-7',
  'cicd.pipeline.task.run.result': 'success',
  'deployment.environment.name': 'production',
  'vcs.ref.head.revision': SHA,
  'vcs.repository.url.full': 'https://git.example/acme/shop',
};

const tracesOf = (...spans: object[]) => ({
  resourceSpans: [
    { resource: { attributes: attributesOf({ 'service.name': 'shop' }) }, scopeSpans: [{ spans }] },
  ],
});

function send(sent: unknown, headers: Record<string, string> = {}) {
  const text = JSON.stringify(sent);
  return ingestor.request({
    method: 'POST',
    url: '/v1/traces',
    headers: { 'content-type': 'application/json', ...headers },
    payload: headers['content-encoding'] === 'gzip' ? gzipSync(text) : text,
  });
}

it.each<Record<string, string>>([{}, { 'content-encoding': 'gzip' }])(
  'takes a span that deploys, sent with %j',
  async (headers) => {
    const build = spanOf({ 'cicd.pipeline.task.type': 'build' });
    expect(await send(tracesOf(build, spanOf(DEPLOY)), headers)).toMatchObject({
      status: 200,
      body: {},
    });
    expect(await ingestor.events()).toMatchObject([
      {
        type: 'deployment',
        source: 'otlp',
        service: 'shop',
        environment: 'production',
        id: 'task-7',
        repository: 'acme/shop',
        sha: SHA,
        status: 'succeeded',
        startedAt: 1_772_366_400_000,
        finishedAt: 1_772_366_460_500,
      },
    ]);
  },
);

it.each([
  ['failure', 'failed'],
  ['timeout', 'failed'],
  ['cancellation', 'cancelled'],
])('takes the result %s for %s', async (result, status) => {
  await send(tracesOf(spanOf({ ...DEPLOY, 'cicd.pipeline.task.run.result': result })));
  expect(await ingestor.events()).toMatchObject([{ status }]);
});

it('tells of what it could not keep as OTLP does', async () => {
  const answer = await send(tracesOf(spanOf({ ...DEPLOY, 'vcs.ref.head.revision': 'main' })));
  expect(answer).toMatchObject({ status: 200, body: { partialSuccess: { rejectedSpans: '1' } } });
});

it('says how to send JSON to whoever sends protobuf', async () => {
  const answer = await send({}, { 'content-type': 'application/x-protobuf' });
  expect(answer).toMatchObject({
    status: 415,
    body: { detail: expect.stringContaining('http/json') },
  });
});

it('says what is wrong with what are no spans', async () => {
  expect(await send({ resourceSpans: [{ scopeSpans: 7 }] })).toMatchObject({
    status: 400,
    body: { detail: expect.stringMatching(/^The spans are not as OTLP has them: .*scopeSpans/) },
  });
});
