import { type Provider, PROVEN_BY_BEARER } from '../provider.fixture.js';
import { harness } from './harness.js';

/*
 * Written after the samples of
 * https://developer.harness.io/docs/continuous-delivery/x-platform-cd-features/cd-steps/notify-users-of-pipeline-events/,
 * with names of our own.
 */

const executionUrl =
  'https://app.harness.io/ng/#/account/acme/cd/orgs/default/projects/shop/pipelines/deploy_checkout/executions/DRWqd-imSA2wi8xPmoaOjQ/pipeline';

const pipeline = {
  accountIdentifier: 'acme',
  orgIdentifier: 'default',
  projectIdentifier: 'shop',
  pipelineIdentifier: 'deploy_checkout',
  pipelineName: 'Deploy checkout',
  planExecutionId: 'DRWqd-imSA2wi8xPmoaOjQ',
  executionUrl,
  triggeredBy: { triggerType: 'MANUAL', name: 'Ada', email: 'ada@example.com' },
  moduleInfo: {},
  startTime: 'Sun Mar 01 12:00:00 GMT 2026',
  startTs: 1772366400,
};

const ended = { ...pipeline, endTime: 'Sun Mar 01 12:01:30 GMT 2026', endTs: 1772366490 };

export const of = (eventData: object) => ({ eventData });

export const STARTED = of({ ...pipeline, eventType: 'PipelineStart', nodeStatus: 'started' });
export const SUCCEEDED = of({ ...ended, eventType: 'PipelineSuccess', nodeStatus: 'completed' });
export const FAILED = of({
  ...ended,
  eventType: 'PipelineFailed',
  nodeStatus: 'failed',
  errorMessage: 'Shell Script execution failed.',
});
export const ENDED = of({ ...ended, eventType: 'PipelineEnd', nodeStatus: 'completed' });
export const ABORTED = of({ ...ended, eventType: 'PipelineEnd', nodeStatus: 'aborted' });

const stage = { ...ended, stageIdentifier: 'to_production', stageName: 'To production' };

export const STAGE_SUCCEEDED = of({
  ...stage,
  stepName: 'To production',
  eventType: 'StageSuccess',
  nodeStatus: 'completed',
});

export const STEP_FAILED = of({
  ...stage,
  stepIdentifier: 'ShellScript_1',
  eventType: 'StepFailed',
  nodeStatus: 'failed',
});

export const PROVIDER: Provider = {
  source: harness,
  ...PROVEN_BY_BEARER,
  examples: [STARTED, SUCCEEDED, FAILED, ENDED, ABORTED, STAGE_SUCCEEDED, STEP_FAILED].map(
    (payload) => ({ payload, headers: {} }),
  ),
};
