import { describe, expect, it } from '@jest/globals';
import { parseEvent, serialiseEvent, versionOf } from '@throughline/events';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { headersOf, PIPELINE_RUN, SHA, TASK_RUN } from './tekton.fixture.js';
import { tekton } from './tekton.js';

const rules = (when: Mapping['deployments'][number]['when']): Mapping => ({
  ...NO_MAPPING,
  deployments: [{ when, ignore: false }],
});

const said = (type: string, payload: object, mapping: Mapping) =>
  tekton.normalise(payload, headersOf(type), mapping);

describe('a run of a pipeline', () => {
  const BY_NAME = rules({ workflow: ['deploy-{service}'], branch: ['main'] });
  const pipeline = (state: string, mapping = BY_NAME, run: object = PIPELINE_RUN) =>
    said(`pipelinerun.${state}`, { pipelineRun: run }, mapping);

  it('is one deployment from its start to its end', () => {
    const deployment = {
      type: 'deployment',
      source: 'tekton',
      service: 'checkout',
      environment: 'production',
      id: '1ff3',
      repository: 'https://git.example/acme/shop',
      sha: SHA,
      startedAt: '2026-03-01T12:00:00Z',
    };
    expect(pipeline('started')).toMatchObject({
      events: [{ ...deployment, status: 'in_progress', finishedAt: undefined }],
    });
    expect(pipeline('successful')).toMatchObject({
      events: [{ ...deployment, status: 'succeeded', finishedAt: '2026-03-01T12:05:00Z' }],
    });
  });

  it('has ended though Kubernetes cuts off the second in which it was still told to run', () => {
    const versions = [
      ['running', '2026-03-01T12:05:00.640Z'],
      ['successful', '2026-03-01T12:05:00.910Z'],
    ].map(([state = '', time]) => {
      const headers = { ...headersOf(`pipelinerun.${state}`), 'ce-time': time };
      const result = tekton.normalise({ pipelineRun: PIPELINE_RUN }, headers, BY_NAME);
      const parsed = parseEvent(result.kind === 'events' ? result.events[0] : undefined, 0);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      return versionOf(parsed.event, serialiseEvent(parsed.event));
    });
    expect(versions).toEqual([...versions].sort((one, other) => (one < other ? -1 : 1)));
  });

  it('of Pipelines-as-Code goes by the name in its repository, not by the one it was given', () => {
    const labels = {
      'tekton.dev/pipeline': 'deploy-checkout-x7',
      'pipelinesascode.tekton.dev/original-prname': 'deploy-checkout',
    };
    const metadata = { ...PIPELINE_RUN.metadata, labels };
    const run = { ...PIPELINE_RUN, metadata, spec: { pipelineSpec: {} } };
    expect(pipeline('successful', BY_NAME, run)).toMatchObject({
      events: [{ service: 'checkout' }],
    });
  });

  it.each([
    ['Failed', 'failed'],
    ['PipelineRunTimeout', 'failed'],
    ['Cancelled', 'cancelled'],
    ['PipelineRunCancelled', 'cancelled'],
  ])('that failed because of %s %s', (reason, status) => {
    const conditions = [{ type: 'Succeeded', status: 'False', reason }];
    const run = { ...PIPELINE_RUN, status: { ...PIPELINE_RUN.status, conditions } };
    expect(pipeline('failed', BY_NAME, run)).toMatchObject({ events: [{ status }] });
  });

  it('is no deployment until a rule says so', () => {
    expect(pipeline('successful', NO_MAPPING)).toMatchObject({ kind: 'ignored' });
    expect(pipeline('odd')).toMatchObject({ reason: 'the state "odd" is not known' });
  });
});

describe('a run of a task', () => {
  const task = (when: Parameters<typeof rules>[0]) =>
    said('taskrun.successful', { taskRun: TASK_RUN }, rules(when));

  it('is a deployment by a rule that names it', () => {
    expect(task({ job: ['kubectl-*'] })).toMatchObject({
      events: [{ service: 'web', sha: SHA, repository: 'git@git.example:acme/web.git' }],
    });
    expect(task({ project: ['ci'] })).toMatchObject({ kind: 'ignored' });
  });
});

it('is known again by the source and the id of the CloudEvent', () => {
  const headers = headersOf('pipelinerun.started');
  expect(tekton.dedupeKey({}, headers)).toBe(tekton.dedupeKey({ other: 1 }, headers));
  expect(tekton.dedupeKey({}, { ...headers, 'ce-id': 'x' })).not.toBe(
    tekton.dedupeKey({}, headers),
  );
});
