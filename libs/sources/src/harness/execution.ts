import { z } from 'zod';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';

/**
 * The body of a webhook notification of a pipeline; times are unix seconds.
 * https://developer.harness.io/docs/continuous-delivery/x-platform-cd-features/cd-steps/notify-users-of-pipeline-events/
 */
export const payload = z.object({
  eventData: z.object({
    eventType: z.string(),
    nodeStatus: z.string().nullish(),
    accountIdentifier: z.string().nullish(),
    projectIdentifier: z.string().nullish(),
    pipelineIdentifier: z.string(),
    pipelineName: z.string().nullish(),
    stageIdentifier: z.string().nullish(),
    stageName: z.string().nullish(),
    planExecutionId: z.string(),
    executionUrl: z.string().nullish(),
    triggeredBy: z
      .object({
        triggerType: z.string().nullish(),
        name: z.string().nullish(),
        email: z.string().nullish(),
      })
      .nullish(),
    startTs: z.number().nullish(),
    endTs: z.number().nullish(),
  }),
});

type Told = z.output<typeof payload>['eventData'];

const STATUSES = new Map([
  ['PipelineStart', 'in_progress'],
  ['PipelineSuccess', 'succeeded'],
  ['PipelineFailed', 'failed'],
  ['StageStart', 'in_progress'],
  ['StageSuccess', 'succeeded'],
  ['StageFailed', 'failed'],
]);

/** A pipeline, or a stage of it, started or ended. */
export const readExecution = reading(payload, ({ eventData: told }, mapping) => {
  const status = statusOf(told);
  if (status === undefined) {
    return ignored(
      `"${told.eventType}" of what is "${told.nodeStatus}" says nothing that is measured`,
    );
  }
  const at = told.endTs ?? told.startTs;
  if (!at) return ignored('the notification tells no time');
  const stage = told.eventType.startsWith('Stage') ? told.stageIdentifier : undefined;
  const run = {
    project: told.projectIdentifier,
    // Harness tells no service here; of one without a name of ours the pipeline is all there is.
    service: told.pipelineName ?? told.pipelineIdentifier,
    workflow: namesOf(told.pipelineName, told.pipelineIdentifier),
    stage: stage ? namesOf(told.stageName, stage) : undefined,
    trigger: told.triggeredBy?.triggerType,
  };
  return runDeployments(stage ? rulesForParts(mapping, 'stage') : mapping, run, 'unknown', {
    source: 'harness',
    id: tidyName(stage ? `${told.planExecutionId}/${stage}` : told.planExecutionId, 500) ?? '',
    status,
    startedAt: told.startTs ?? undefined,
    finishedAt: status === 'in_progress' ? undefined : at,
    updatedAt: at,
    url: webLink(told.executionUrl),
    actor: told.triggeredBy?.email ?? told.triggeredBy?.name ?? undefined,
  });
});

/** The end of a pipeline comes beside its success or failure, and alone only when it was stopped. */
function statusOf({ eventType, nodeStatus }: Told): string | undefined {
  const stopped = /^(?:aborted|expired)$/i.test(nodeStatus ?? '');
  return eventType === 'PipelineEnd' && stopped ? 'cancelled' : STATUSES.get(eventType);
}

function namesOf(...names: readonly (string | null | undefined)[]): string[] {
  return names.filter((name) => typeof name === 'string');
}
