import { readInstant } from '@throughline/events';
import { z } from 'zod';
import { firstSuccessWins } from '../gitops/first-success.js';
import { ownRevision, type Synced } from '../gitops/own-revision.js';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored, refused } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { firstBrought } from './first-brought.js';

const repository = z.object({ repoURL: z.string() });

/**
 * The part of an Application that deploy/argo-cd/notifications.yaml sends; the whole of one will do.
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 */
export const application = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string().nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z.object({
    project: z.string().nullish(),
    source: repository.nullish(),
    /** An application of several sources has these in place of the one. */
    sources: z.array(repository).nullish(),
    destination: z
      .object({ namespace: z.string().nullish(), name: z.string().nullish() })
      .nullish(),
  }),
  status: z.object({
    operationState: z.object({
      phase: z.string(),
      startedAt: z.string(),
      finishedAt: z.string().nullish(),
      syncResult: z
        .object({
          revision: z.string().nullish(),
          revisions: z.array(z.string()).nullish(),
        })
        .nullish(),
    }),
    health: z.object({ status: z.string().nullish() }).nullish(),
    summary: z.object({ images: z.array(z.string()).nullish() }).nullish(),
    history: z
      .array(
        z.object({
          /** Counts up from 0. */
          id: z.number(),
          revision: z.string().nullish(),
          revisions: z.array(z.string()).nullish(),
          deployStartedAt: z.string().nullish(),
          deployedAt: z.string(),
          source: z.unknown().optional(),
          sources: z.unknown().optional(),
        }),
      )
      .nullish(),
  }),
  /** Its page; the template adds it. */
  url: z.string().nullish(),
});

export type Application = z.output<typeof application>;

/** The most images that an event carries. */
const MOST_IMAGES = 100;

export const readApplication = reading(application, (app, mapping) => {
  const { metadata, spec, status } = app;
  const { operationState: operation, health } = status;
  const outcome = outcomeOf(operation.phase, health?.status);
  if (outcome === undefined || !operation.finishedAt) {
    return ignored(`the operation is ${operation.phase}, the application ${health?.status}`);
  }
  const at = readInstant(operation.finishedAt);
  if (at === undefined) return refused('status.operationState.finishedAt: is no RFC 3339 time');
  const brought = firstBrought(app);
  if (brought === undefined) {
    return ignored('what was there already was synchronised again: nothing new was deployed');
  }
  const labels = metadata.labels ?? {};
  const synced = syncedOf(app);
  const run = {
    service: labels['throughline/service'] ?? labels['app.kubernetes.io/name'] ?? metadata.name,
    environment: labels['throughline/environment'] ?? labels['environment'],
    stage: spec.destination?.namespace,
    project: spec.project,
    repository: synced[0]?.repository,
  };
  const targets = deploymentTargets(mapping, run, 'deployment');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...targets.map(
      (target) =>
        ({
          type: 'deployment',
          source: 'argo-cd',
          id: tidyName(
            `${metadata.uid ?? `${metadata.namespace}/${metadata.name}`}@${brought.name}`,
            500,
          ),
          updatedAt: firstSuccessWins(outcome, at),
          ...target,
          ...ownRevision(mapping, target.service, synced),
          artifacts: imagesOf(app),
          status: outcome,
          startedAt: brought.startedAt,
          finishedAt: brought.finishedAt,
          url: webLink(app.url),
        }) as const,
    ),
  );
});

/**
 * Phases of an operation (argo-cd: gitops-engine's `OperationPhase`) and health. What was synchronised
 * and cannot run did not succeed; what is still progressing is told once it is healthy.
 */
function outcomeOf(phase: string, health: string | null | undefined) {
  if (phase === 'Failed' || phase === 'Error') return 'failed';
  if (phase !== 'Succeeded') return undefined;
  if (health === 'Degraded') return 'failed';
  return health === 'Progressing' ? undefined : 'succeeded';
}

function syncedOf({ spec, status }: Application): readonly Synced[] {
  const { revision, revisions } = status.operationState.syncResult ?? {};
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  return sources.flatMap(({ repoURL }, index) => {
    const found = revisions?.[index] ?? (index === 0 ? revision : undefined);
    return found ? [{ repository: repoURL, revision: found }] : [];
  });
}

/** What runs; after an operation that failed that is mostly what ran before it. */
function imagesOf({ status }: Application): readonly string[] {
  if (status.operationState.phase !== 'Succeeded') return [];
  return (status.summary?.images ?? [])
    .map((image) => tidyName(image, 2048))
    .filter((image) => image !== undefined)
    .slice(0, MOST_IMAGES);
}
