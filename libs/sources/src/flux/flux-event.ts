import { readInstant } from '@throughline/events';
import { z } from 'zod';
import { firstSuccessWins } from '../gitops/first-success.js';
import { ownRevision } from '../gitops/own-revision.js';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored, refused } from '../source.js';
import { tidyName } from '../tidy.js';

/** https://fluxcd.io/flux/components/notification/events/ */
const event = z.object({
  involvedObject: z.object({
    kind: z.string(),
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string().nullish(),
  }),
  reason: z.string(),
  timestamp: z.string(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

interface Outcome {
  readonly status: 'succeeded' | 'failed';
  readonly kind?: 'rollback';
}

/**
 * The reasons that end something (kustomize-controller and helm-controller, api/…/condition_types.go).
 * What waits, progresses, is tested or taken away is not among them.
 */
const OUTCOMES = new Map<string, Outcome>([
  ['Kustomization ReconciliationSucceeded', { status: 'succeeded' }],
  ['Kustomization ReconciliationFailed', { status: 'failed' }],
  ['Kustomization HealthCheckFailed', { status: 'failed' }],
  ['Kustomization BuildFailed', { status: 'failed' }],
  ['Kustomization ValidationFailed', { status: 'failed' }],
  ['HelmRelease InstallSucceeded', { status: 'succeeded' }],
  ['HelmRelease UpgradeSucceeded', { status: 'succeeded' }],
  ['HelmRelease InstallFailed', { status: 'failed' }],
  ['HelmRelease UpgradeFailed', { status: 'failed' }],
  ['HelmRelease RollbackSucceeded', { status: 'succeeded', kind: 'rollback' }],
  ['HelmRelease RollbackFailed', { status: 'failed', kind: 'rollback' }],
]);

export const readFluxEvent = reading(event, (said, mapping) => {
  const { involvedObject: object, reason } = said;
  const outcome = OUTCOMES.get(`${object.kind} ${reason}`);
  if (outcome === undefined) return ignored(`${object.kind} ${reason} ends no deployment`);
  const at = readInstant(said.timestamp);
  if (at === undefined) return refused('timestamp: is no RFC 3339 time');
  const metadata = withoutGroups(said.metadata ?? {});
  const { revision } = metadata;
  if (revision === undefined) return ignored('the event names no revision');
  const run = {
    service: metadata['service'] ?? object.name,
    environment: metadata['environment'] ?? metadata['env'],
    stage: object.namespace,
    repository: metadata['repository'],
  };
  const targets = deploymentTargets(mapping, run, 'deployment');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  const sha = commitIn(revision);
  const synced = sha && run.repository ? [{ repository: run.repository, revision: sha }] : [];
  // helm-controller tells of what it did, kustomize-controller again and again of what is there.
  const happensOnce = object.kind === 'HelmRelease';
  const which = happensOnce ? said.timestamp : metadata['token'];
  const thing = object.uid ?? `${object.namespace}/${object.name}`;
  const id = [thing, revision, which, outcome.kind].filter(Boolean).join('@');
  return events(
    ...targets.map(
      (target) =>
        ({
          type: 'deployment',
          source: 'flux',
          id: tidyName(id, 500),
          updatedAt: happensOnce ? said.timestamp : firstSuccessWins(outcome.status, at),
          ...outcome,
          ...target,
          ...ownRevision(mapping, target.service, synced),
          artifact: tidyName(metadata['image'], 2048),
          version: sha === undefined ? tidyName(revision, 500) : undefined,
          finishedAt: said.timestamp,
        }) as const,
    ),
  );
});

/** `kustomize.toolkit.fluxcd.io/revision` is `revision` by the time that newer controllers send it. */
function withoutGroups(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [key.slice(key.lastIndexOf('/') + 1), value]),
  );
}

/** `main@sha1:<sha>`, `main/<sha>` before Flux 2; a chart has a version, an OCI artifact a digest. */
const COMMIT = /(?:^|@)sha1:([0-9a-f]{40})$|\/([0-9a-f]{40})$/i;

function commitIn(revision: string): string | undefined {
  const [, named, older] = COMMIT.exec(revision) ?? [];
  return named ?? older;
}
