import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Mapping } from '../mapping/mapping.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { events, ignored, type Normalised } from '../source.js';
import { webLink } from '../tidy.js';
import { recordFields } from './record.js';

const changeRequest = z.object({
  ...recordFields,
  /** `normal`, `standard` or `emergency`. */
  type: z.string().nullish(),
  /** When the work really began and ended. */
  work_start: z.string().nullish(),
  work_end: z.string().nullish(),
  close_code: z.string().nullish(),
});

type ChangeRequest = z.output<typeof changeRequest>;

/** The values of `state` on the table `change_request`, as ServiceNow comes. */
const STATE = { implement: '-1', review: '0', closed: '3', cancelled: '4' };

/** The values of `close_code`. */
const STATUS_OF_CLOSE_CODE = new Map([
  ['successful', 'succeeded'],
  ['successful_issues', 'succeeded'],
  ['unsuccessful', 'failed'],
]);

/** A change that was carried out is a deployment where a rule says so: many are none of software. */
export const readChangeRequest = reading(changeRequest, (change, mapping) => {
  if (change.operation === 'delete') return withdrawn(change, mapping);
  const said = statusOf(change);
  if (said === undefined) {
    return ignored('the change is planned, was never carried out, or does not tell how it went');
  }
  if (said.status !== 'in_progress' && !said.finishedAt) {
    return ignored('the change ended, but does not tell when');
  }
  return runDeployments(mapping, runOf(change), 'unknown', {
    ...identityOf(change),
    ...said,
    startedAt: change.work_start,
    unplanned: change.type === 'emergency' || undefined,
    url: webLink(change.url),
  });
});

function withdrawn(change: ChangeRequest, mapping: Mapping): Normalised {
  const targets = deploymentTargets(mapping, runOf(change), 'unknown');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...targets.map(({ service, environment }) => ({
      type: 'deployment' as const,
      ...identityOf(change),
      service,
      environment,
      retracted: true,
    })),
  );
}

function identityOf({ number, at }: ChangeRequest) {
  return { source: 'servicenow', id: number, updatedAt: at };
}

function runOf(change: ChangeRequest) {
  return {
    service: change.business_service ?? change.cmdb_ci,
    workflow: change.type,
    project: change.assignment_group,
    trigger: change.category,
  };
}

function statusOf(
  change: ChangeRequest,
): { readonly status: string; readonly finishedAt?: string | null | undefined } | undefined {
  switch (change.state) {
    case STATE.implement:
    case STATE.review:
      return { status: 'in_progress' };
    case STATE.cancelled:
      if (!change.work_start) return undefined;
      return { status: 'cancelled', finishedAt: change.work_end ?? change.closed_at };
    case STATE.closed: {
      const status = STATUS_OF_CLOSE_CODE.get(change.close_code ?? '');
      if (status === undefined) return undefined;
      return { status, finishedAt: change.work_end ?? change.closed_at };
    }
    default:
      return undefined;
  }
}
