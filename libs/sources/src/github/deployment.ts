import { z } from 'zod';
import { reading } from '../reading.js';
import { type EventInput, events } from '../source.js';
import { tidyName } from '../tidy.js';
import { repository, serviceOf, user } from './repository.js';

export const deployment = z.object({
  id: z.int(),
  sha: z.string(),
  environment: z.string(),
  /** What `environment` was before a status changed it. */
  original_environment: z.string().nullish(),
  created_at: z.string(),
  creator: user,
});

export const payloadOfDeployment = z.object({ repository, deployment });

type Payload = z.output<typeof payloadOfDeployment>;

/** What names a deployment of GitHub's. */
export function identityOf({ repository, deployment }: Payload, environment: string) {
  return {
    type: 'deployment',
    source: 'github',
    repository: repository.full_name,
    service: serviceOf(repository),
    environment: tidyName(environment, 200),
    id: String(deployment.id),
  } as const satisfies EventInput;
}

/** What is true of it whatever became of it. */
export function begunOf({ deployment }: Payload) {
  return {
    sha: deployment.sha,
    startedAt: deployment.created_at,
    actor: deployment.creator?.login,
  };
}

/** A deployment was asked for; its statuses say what became of it. */
export const readDeployment = reading(payloadOfDeployment, (payload) =>
  events({
    ...identityOf(payload, payload.deployment.environment),
    ...begunOf(payload),
    updatedAt: payload.deployment.created_at,
    status: 'in_progress',
  }),
);
