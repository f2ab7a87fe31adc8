import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Mapping } from '../mapping/mapping.js';
import { rulesForParts } from '../mapping/rules-for-parts.js';
import { reading } from '../reading.js';
import { events, ignored, type Normalised } from '../source.js';
import { tidyName } from '../tidy.js';

const named = z.object({ name: z.string().nullish() }).nullish();
const texts = z.record(z.string(), z.string()).nullish();

/** A PipelineRun or a TaskRun; https://tekton.dev/docs/pipelines/pipeline-api/. */
const tektonRun = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string(),
    creationTimestamp: z.string().nullish(),
    labels: texts,
    annotations: texts,
  }),
  spec: z
    .object({
      pipelineRef: named,
      taskRef: named,
      params: z.array(z.object({ name: z.string(), value: z.unknown().optional() })).nullish(),
    })
    .nullish(),
  status: z
    .object({
      startTime: z.string().nullish(),
      completionTime: z.string().nullish(),
      conditions: z
        .array(z.object({ type: z.string().nullish(), reason: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
});

type TektonRun = z.output<typeof tektonRun>;

/** A run, and what its CloudEvent says of it. */
interface Told {
  readonly run: unknown;
  readonly isTask: boolean;
  /** `started`, `successful` and so on: a part of the type. */
  readonly state: string;
  readonly time: string | undefined;
}

export function readTektonRun(told: Told, mapping: Mapping): Normalised {
  return reading(tektonRun, (run, rules) => deploymentsOf(run, told, rules))(told.run, mapping);
}

function deploymentsOf(run: TektonRun, told: Told, mapping: Mapping): Normalised {
  const { metadata, spec, status } = run;
  const outcome = outcomeOf(run, told.state);
  if (outcome === undefined) return ignored(`the state "${told.state}" is not known`);
  const labels = metadata.labels ?? {};
  const { repository, revision, branch, pipeline } = codeOf(run);
  const described = {
    // Tekton labels a run whose pipeline is written into it with the run's own name.
    workflow: spec?.pipelineRef?.name ?? pipeline ?? labels['tekton.dev/pipeline'],
    job: told.isTask ? (spec?.taskRef?.name ?? labels['tekton.dev/task']) : undefined,
    service: labels['throughline/service'],
    environment: labels['throughline/environment'],
    project: metadata.namespace,
    repository,
    branch,
  };
  const rules = told.isTask ? rulesForParts(mapping, 'job') : mapping;
  const targets = deploymentTargets(rules, described, 'unknown');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  const startedAt = status?.startTime ?? metadata.creationTimestamp;
  const finishedAt = outcome === 'in_progress' ? undefined : (status?.completionTime ?? told.time);
  return events(
    ...targets.map(
      (target) =>
        ({
          type: 'deployment',
          source: 'tekton',
          id: tidyName(metadata.uid, 500),
          // Not by Kubernetes' times: they are cut off to the second.
          updatedAt: told.time ?? finishedAt ?? startedAt,
          ...target,
          repository,
          sha: revision,
          status: outcome,
          startedAt,
          finishedAt,
        }) as const,
    ),
  );
}

const RUNNING = new Set(['queued', 'started', 'running', 'unknown']);

function outcomeOf({ status }: TektonRun, state: string) {
  if (state === 'successful') return 'succeeded';
  if (RUNNING.has(state)) return 'in_progress';
  if (state !== 'failed') return undefined;
  const reason = status?.conditions?.find(({ type }) => type === 'Succeeded')?.reason;
  // PipelineRunCancelled and TaskRunCancelled until 0.36, Cancelled, CancelledRunningFinally since.
  return reason?.includes('Cancelled') ? 'cancelled' : 'failed';
}

/**
 * What it ran on, and what it is called there. Tekton itself does not know: Pipelines-as-Code notes it,
 * and the tasks of the catalogue have parameters of these names.
 */
function codeOf({ metadata, spec }: TektonRun) {
  const noted = { ...metadata.labels, ...metadata.annotations };
  const parameter = (...names: readonly string[]) =>
    spec?.params
      ?.map(({ name, value }) =>
        names.includes(name) && typeof value === 'string' ? value : undefined,
      )
      .find((value) => value !== undefined);
  const revision = noted['pipelinesascode.tekton.dev/sha'] ?? parameter('git-revision', 'revision');
  return {
    repository: noted['pipelinesascode.tekton.dev/repo-url'] ?? parameter('git-url', 'repo-url'),
    revision: revision !== undefined && isCommitHash(revision) ? revision : undefined,
    branch: noted['pipelinesascode.tekton.dev/branch'],
    pipeline: noted['pipelinesascode.tekton.dev/original-prname'],
  };
}
