import { describe, expect, it } from '@jest/globals';
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
