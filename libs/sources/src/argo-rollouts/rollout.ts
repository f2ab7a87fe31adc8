import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { tidyName } from '../tidy.js';

/**
 * What deploy/argo-rollouts/notifications.yaml sends: parts of a Rollout, and of the notification.
 * https://argo-rollouts.readthedocs.io/en/stable/features/notifications/ and .../features/specification/
 */
export const rollout = z.object({
  trigger: z.enum(['on-rollout-completed', 'on-rollout-aborted']),
  /** When the notification was made: the Rollout does not know yet that it has ended. */
  at: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.object({
      /** Counts the versions of the pods; going back to an earlier version is a new one. */
      'rollout.argoproj.io/revision': z.string(),
      'throughline/repository': z.string().nullish(),
      'throughline/sha': z.string().nullish(),
    }),
  }),
  images: z.array(z.string()).nullish(),
  /** From before it ended. */
  status: z
    .object({
      /** Of the version that was rolled out. */
      currentPodHash: z.string().nullish(),
      /** Which version the users of a blue-green rollout had. */
      blueGreen: z.object({ activeSelector: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

type Rollout = z.output<typeof rollout>;

/** The most images that an event carries. */
const MOST_IMAGES = 100;

export const readRollout = reading(rollout, (told, mapping) => {
  const { name, namespace, labels, annotations } = told.metadata;
  const run = {
    service: labels?.['throughline/service'] ?? labels?.['app.kubernetes.io/name'] ?? name,
    environment: labels?.['throughline/environment'] ?? labels?.['environment'],
    stage: namespace,
    repository: annotations['throughline/repository'],
    trigger: told.trigger,
  };
  const images = (told.images ?? []).map((image) => tidyName(image, 2048));
  return runDeployments(mapping, run, 'deployment', {
    source: 'argo-rollouts',
    id: idOf(told),
    updatedAt: told.at,
    finishedAt: told.at,
    status: outcomeOf(told),
    artifacts: images.filter((image) => image !== undefined).slice(0, MOST_IMAGES),
    ...commitOf(annotations),
  });
});

/**
 * One attempt at a revision. It is completed once; after an abort it may be tried again, which is
 * another deployment. The controller tells the same twice when it has to repeat what it did.
 */
function idOf({ trigger, metadata: { uid, annotations } }: Rollout): string {
  const revision = `${uid}@${annotations['rollout.argoproj.io/revision']}`;
  return trigger === 'on-rollout-aborted' ? `${revision} aborted` : revision;
}

/**
 * An aborted update left everybody on the version before, which is what the canary was for: no
 * deployment that failed its users, and nothing that somebody had yet to mend. Unless all of them
 * had it already, as in a blue-green rollout whose analysis comes after the switch.
 */
function outcomeOf({ trigger, status }: Rollout) {
  if (trigger === 'on-rollout-completed') return 'succeeded';
  const active = status?.blueGreen?.activeSelector;
  return active && active === status.currentPodHash ? 'rolled_back' : 'cancelled';
}

function commitOf(annotations: Rollout['metadata']['annotations']) {
  const sha = annotations['throughline/sha'];
  if (!sha || !isCommitHash(sha)) return undefined;
  return { sha, repository: annotations['throughline/repository'] ?? undefined };
}
