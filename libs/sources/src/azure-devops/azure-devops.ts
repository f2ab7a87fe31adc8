import { z } from 'zod';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readBuild } from './build.js';
import { readComment } from './comment.js';
import { readRun, readStage } from './pipeline-run.js';
import { readPullRequest } from './pull-request.js';
import { readPush } from './push.js';
import { readDeploymentCompleted, readDeploymentStarted } from './release.js';
import { readDeletedWorkItem, readWorkItem } from './work-item.js';

/** https://learn.microsoft.com/azure/devops/service-hooks/events: by their event ids. */
const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['git.push', readPush],
  ['git.pullrequest.created', readPullRequest],
  ['git.pullrequest.updated', readPullRequest],
  ['git.pullrequest.merged', readPullRequest],
  ['ms.vss-code.git-pullrequest-comment-event', readComment],
  ['build.complete', readBuild],
  ['ms.vss-pipelines.run-state-changed-event', readRun],
  ['ms.vss-pipelines.stage-state-changed-event', readStage],
  ['ms.vss-release.deployment-started-event', readDeploymentStarted],
  ['ms.vss-release.deployment-completed-event', readDeploymentCompleted],
  ['workitem.created', readWorkItem],
  ['workitem.updated', readWorkItem],
  ['workitem.restored', readWorkItem],
  ['workitem.deleted', readDeletedWorkItem],
]);

const event = z.object({ eventType: z.string() });

const notified = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  notificationId: z.union([z.int(), z.string()]),
});

/** Azure DevOps Services and Server, by their service hooks. */
export const azureDevops: Source = {
  name: 'azure-devops',
  title: 'Azure DevOps',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: [...READERS.keys()] },

  // Service hooks are not signed; they send a password or headers that the subscription names.
  verify: verifySharedSecret,

  dedupeKey(payload) {
    const { data } = notified.safeParse(payload);
    return data && [data.id, data.subscriptionId, data.notificationId].join(' ');
  },

  normalise(payload, _headers, mapping) {
    const { data } = event.safeParse(payload);
    if (data === undefined) return refused('eventType is missing: this is no service hook');
    const read = READERS.get(data.eventType);
    return (
      read?.(payload, mapping) ?? ignored(`nothing is measured from the event "${data.eventType}"`)
    );
  },
};
