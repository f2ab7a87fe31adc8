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

const BEGUN = new Set([STATE.implement, STATE.review]);
const ENDED = new Set([STATE.closed, STATE.cancelled]);

/** The values of `close_code`. */
const STATUS_OF_CLOSE_CODE = new Map([
  ['successful', 'succeeded'],
  ['successful_issues', 'succeeded'],
  ['unsuccessful', 'failed'],
]);

/** A change that was carried out is a deployment where a rule says so: many are none of software. */
export const readChangeRequest = reading(changeRequest, (change, mapping) => {
  if (change.operation === 'delete') return withdrawn(change, mapping);
  const state = change.state ?? '';
  if (BEGUN.has(state)) return told(change, mapping, { status: 'in_progress' });
  if (!ENDED.has(state)) return ignored('the change is planned, or in a state that is not known');
  const status = statusOf(change);
  const finishedAt = change.work_end ?? change.closed_at;
  // Nobody says that work was done, or until when: it may have been told as begun, and ends here.
  if (status === undefined || !finishedAt) return withdrawn(change, mapping);
  return told(change, mapping, { status, finishedAt });
});

interface Progress {
  readonly status: string;
  readonly finishedAt?: string;
}

function told(change: ChangeRequest, mapping: Mapping, progress: Progress): Normalised {
  return runDeployments(mapping, runOf(change), 'unknown', {
    ...identityOf(change),
    ...progress,
    startedAt: change.work_start,
    unplanned: change.type === 'emergency' || undefined,
    url: webLink(change.url),
  });
}

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

/** How a change ended; one that began, and of which nobody says how it went, was broken off. */
function statusOf({ state, close_code: code, work_start: began }: ChangeRequest) {
  const outcome = state === STATE.closed ? STATUS_OF_CLOSE_CODE.get(code ?? '') : undefined;
  return outcome ?? (began ? 'cancelled' : undefined);
}
