import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import { fingerprintHex } from '../fingerprint.js';
import type { Vocabulary } from '../vocabulary.js';

export const DEPLOYMENT_STATUSES = [
  'in_progress',
  'succeeded',
  'failed',
  'cancelled',
  'rolled_back',
] as const;

export type DeploymentStatus = (typeof DEPLOYMENT_STATUSES)[number];

export const DEPLOYMENT_KINDS = ['deploy', 'rollback', 'hotfix'] as const;

export type DeploymentKind = (typeof DEPLOYMENT_KINDS)[number];

/** What identifies a deployment, and what an id is made of where none is sent. */
const identity = (v: Vocabulary) => ({
  service: v.name(200),
  environment: v.name(200),
  id: v
    .name(500)
    .optional()
    .describe('Default: a hash of service, environment, sha and startedAt.'),
  sha: v.sha.optional().describe('The commit that was deployed.'),
  startedAt: v.time.optional(),
  finishedAt: v.time.optional().describe('Required once it is no longer in progress.'),
  repository: v.repository
    .optional()
    .describe('Where the sha lives. Default: the service’s repository.'),
});

interface Identifying {
  readonly service: string;
  readonly environment: string;
  readonly id?: string | undefined;
  readonly sha?: string | undefined;
  readonly startedAt?: number | undefined;
}

/** Without an id of its own a deployment gets one made of the rest: sent twice, it gets the same. */
function withId<Event extends Identifying>(event: Event): Event & { readonly id: string } {
  const { service, environment, sha, startedAt } = event;
  const id =
    event.id ?? fingerprintHex(JSON.stringify([service, environment, sha ?? '', startedAt ?? '']));
  return { ...event, id };
}

function requireIdentity(value: Identifying, context: z.core.$RefinementCtx): void {
  if ((value.id ?? value.sha ?? value.startedAt) !== undefined) return;
  context.addIssue({
    code: 'custom',
    params: { fault: 'required' },
    path: ['id'],
    message:
      'is missing, and there is neither a sha nor a startedAt to make one from: send an id that stays the same for this deployment',
    input: undefined,
  });
}

/** A deployment of a service to an environment. Identity: service, environment and id. */
export const deployment = (v: Vocabulary) =>
  z
    .object({
      ...envelope('deployment', v),
      ...stated,
      ...identity(v),
      commits: z
        .array(z.object({ repository: v.repository, sha: v.sha }))
        .max(100)
        .optional()
        .describe(
          'What else it brought, beside repository and sha: where several repositories go out as ' +
            'one, the commit of each of the others.',
        ),
      version: v.name(500).optional(),
      artifact: v.artifact
        .optional()
        .describe(
          'What was deployed: an image reference or a package URL (purl). The commit it was built ' +
            'from, as an artifact event tells it, came with this deployment.',
        ),
      artifacts: z
        .array(v.artifact)
        .max(100)
        .optional()
        .describe('The same, where several went out as one.'),
      status: z.enum(DEPLOYMENT_STATUSES),
      kind: z.enum(DEPLOYMENT_KINDS).default('deploy'),
      unplanned: z.boolean().optional(),
      fixes: z
        .array(v.name(500))
        .max(100)
        .default([])
        .describe('Ids of the incidents or deployments that it fixes or rolls back.'),
      changeFailure: z
        .boolean()
        .optional()
        .describe('A person’s verdict whether this deployment failed its users.'),
      url: v.url.optional(),
      actor: v
        .name(500)
        .optional()
        .describe('Any id of who started it; stored only as a keyed hash.'),
    })
    .superRefine((value, context) => {
      requireIdentity(value, context);
      if (value.status === 'in_progress' || value.finishedAt !== undefined) return;
      context.addIssue({
        code: 'custom',
        params: { fault: 'finish_missing' },
        path: ['finishedAt'],
        message: `is missing, but the status is ${value.status}: say when it finished`,
        input: undefined,
      });
    })
    .transform(withId);

export const withdrawnDeployment = (v: Vocabulary) =>
  z
    .object({ ...envelope('deployment', v), ...withdrawn, ...identity(v) })
    .superRefine(requireIdentity)
    .transform(withId);
