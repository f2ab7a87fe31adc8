import { describe, expect, it } from '@jest/globals';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import {
  ABORTED,
  ENDED,
  FAILED,
  STAGE_SUCCEEDED,
  STARTED,
  STEP_FAILED,
  SUCCEEDED,
} from './harness.fixture.js';
import { harness } from './harness.js';

const read = (payload: unknown, ...rules: Partial<DeploymentRule>[]) =>
  harness.normalise(
    payload,
    {},
    { ...NO_MAPPING, deployments: rules.map((rule) => ({ when: {}, ignore: false, ...rule })) },
  );

describe('an execution of a pipeline', () => {
  const rule = { when: { workflow: ['deploy_{service}'] } };
  const told = {
    type: 'deployment',
    source: 'harness',
    service: 'checkout',
    environment: 'production',
    id: 'DRWqd-imSA2wi8xPmoaOjQ',
    startedAt: 1772366400,
    url: 'https://app.harness.io/ng/#/account/acme/cd/orgs/default/projects/shop/pipelines/deploy_checkout/executions/DRWqd-imSA2wi8xPmoaOjQ/pipeline',
    actor: 'ada@example.com',
  };

  it('is a deployment in progress from its start', () => {
    expect(read(STARTED, rule)).toEqual({
      kind: 'events',
      events: [{ ...told, status: 'in_progress', finishedAt: undefined, updatedAt: 1772366400 }],
    });
  });

  it.each([
    ['success', SUCCEEDED, 'succeeded'],
    ['failure', FAILED, 'failed'],
    ['abortion', ABORTED, 'cancelled'],
  ])('ends with its %s', (_, payload, status) => {
    expect(read(payload, rule)).toEqual({
      kind: 'events',
      events: [{ ...told, status, finishedAt: 1772366490, updatedAt: 1772366490 }],
    });
  });

  it('is not told again by the end that comes beside them', () => {
    expect(read(ENDED, rule)).toMatchObject({ kind: 'ignored' });
  });

  it('goes by the name of the pipeline where a rule reads no service', () => {
    const byProject = { when: { project: ['shop'], trigger: ['manual'] } };
    expect(read(SUCCEEDED, byProject)).toMatchObject({
      events: [{ service: 'Deploy checkout' }],
    });
  });
});

describe('a stage', () => {
  it('is a deployment where a rule names it, by either of its names', () => {
    for (const stage of ['to_{environment}', 'to {environment}']) {
      expect(read(STAGE_SUCCEEDED, { when: { stage: [stage] } })).toMatchObject({
        events: [
          {
            environment: 'production',
            id: 'DRWqd-imSA2wi8xPmoaOjQ/to_production',
            status: 'succeeded',
            finishedAt: 1772366490,
          },
        ],
      });
    }
  });

  it('does not count beside the pipeline that a rule means', () => {
    expect(read(STAGE_SUCCEEDED, { when: { workflow: ['*'] } })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a notification of Harness', () => {
  it('of a step says nothing', () => {
    expect(read(STEP_FAILED, {})).toMatchObject({ kind: 'ignored' });
  });

  it('deploys nothing unless a rule says so, and must be one', () => {
    expect(read(SUCCEEDED)).toMatchObject({ kind: 'ignored' });
    expect(read({ eventData: {} }, {})).toMatchObject({ kind: 'refused' });
  });

  it('is known by its execution, its kind and its times', () => {
    expect(harness.dedupeKey(SUCCEEDED, {})).toBe(
      'DRWqd-imSA2wi8xPmoaOjQ PipelineSuccess  1772366400 1772366490',
    );
    expect(harness.dedupeKey({}, {})).toBeUndefined();
  });
});
