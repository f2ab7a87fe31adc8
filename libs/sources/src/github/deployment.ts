import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Mapping } from '../mapping/mapping.js';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { repository, user } from './repository.js';

export const deployment = z.object({
  id: z.int(),
  sha: z.string(),
  /** A branch, a tag or a commit. */
  ref: z.string().nullish(),
  task: z.string().nullish(),
  environment: z.string(),
  /** What `environment` was before a status changed it. */
  original_environment: z.string().nullish(),
  created_at: z.string(),
  creator: user,
});

/** Of a deployment that a workflow made, what is known of the workflow; null for any other. */
const named = z.object({ name: z.string().nullish() }).nullish();

export const payloadOfDeployment = z.object({
  repository,
  deployment,
  workflow: named,
  workflow_run: z
    .object({
      name: z.string().nullish(),
      head_branch: z.string().nullish(),
      event: z.string().nullish(),
    })
    .nullish(),
  /** The job; only statuses tell it. */
  check_run: named,
});

type Payload = z.output<typeof payloadOfDeployment>;

/** A deployment of GitHub's to an environment: of every service that the rules say it is of. */
export function deploymentsTo(
  environment: string,
  { repository, deployment, workflow, workflow_run: run, check_run: job }: Payload,
  mapping: Mapping,
): readonly (EventInput & {
  readonly service: string | undefined;
  readonly environment: string;
})[] {
  const { sha, ref } = deployment;
  const ran = {
    repository: repository.full_name,
    environment,
    workflow: workflow?.name ?? run?.name,
    job: job?.name,
    stage: deployment.task,
    branch: run?.head_branch ?? (ref === sha ? undefined : ref),
    trigger: run?.event,
  };
  return deploymentTargets(mapping, ran, 'deployment').map((target) => ({
    type: 'deployment',
    source: 'github',
    repository: repository.full_name,
    id: String(deployment.id),
    ...target,
  }));
}

/** What is true of a deployment whatever became of it. */
export function begunOf({ deployment }: Payload) {
  return {
    sha: deployment.sha,
    startedAt: deployment.created_at,
    actor: deployment.creator?.login,
  };
}

/** A deployment was asked for; its statuses say what became of it, and which job it is of. */
export const readDeployment = reading(payloadOfDeployment, (payload, mapping) => {
  // By another rule it could be of another service or environment, where it would never end.
  if (mapping.deployments.some(({ when }) => when.job !== undefined)) {
    return ignored('a rule asks for the job, which only the statuses of a deployment tell');
  }
  const { environment, created_at: createdAt } = payload.deployment;
  const said = { ...begunOf(payload), updatedAt: createdAt, status: 'in_progress' };
  const deployments = deploymentsTo(environment, payload, mapping);
  if (deployments.length === 0) return ignored(NO_DEPLOYMENT);
  return events(...deployments.map((deployment) => ({ ...deployment, ...said })));
});
