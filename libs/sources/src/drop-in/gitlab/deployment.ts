import { fingerprintHex, formatInstant, type Instant, LATEST_INSTANT } from '@throughline/events';
import { z } from 'zod';
import type { EventInput } from '../../source.js';
import { commitHash } from '../commit-hash.js';
import { readingRequest, refusedFor } from '../reading.js';
import { readTellingId, writeTellingId } from '../telling-id.js';

// https://docs.gitlab.com/api/deployments/

const name = z.string().trim().min(1, 'is empty');
const status = z.enum(['created', 'running', 'success', 'failed', 'canceled']);

type Status = z.output<typeof status>;

const STATUS = {
  created: 'in_progress',
  running: 'in_progress',
  success: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
} as const satisfies Record<Status, string>;

/** A form has text where JSON has true and false. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const created = z.object({
  environment: name,
  sha: commitHash,
  ref: name,
  tag: flag.default(false),
  status,
});

const updated = z.object({ status });

/** What the id of a deployment carries, so that its end can be told with the status alone. */
const carried = z.tuple([
  /** The project as the address names it. */
  z.string(),
  /** Environment. */
  z.string(),
  /** Commit. */
  z.string(),
  /** Branch or tag. */
  z.string(),
  /** Whether it is a tag. */
  z.boolean(),
  /** When it was created. */
  z.int().min(0).max(LATEST_INSTANT),
]);

type Carried = z.output<typeof carried>;

/** A deployment as GitLab answers it; what is not known here is null. */
export interface GitLabDeployment {
  readonly id: string;
  readonly iid: null;
  readonly ref: string;
  readonly sha: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly status: Status;
  readonly user: null;
  readonly environment: { readonly id: null; readonly name: string };
  readonly deployable: null;
}

/** `POST /projects/:id/deployments` */
export const readGitLabDeployment = readingRequest(
  created,
  ({ environment, sha, ref, tag, status }, project: string, now: Instant) =>
    stated([project, environment, sha, ref, tag, now], status, now),
);

/** `PUT /projects/:id/deployments/:deployment_id`, with an id that was answered here. */
export const readGitLabUpdate = readingRequest(
  updated,
  ({ status }, project: string, deploymentId: string, now: Instant) => {
    const told = readTellingId(carried, deploymentId);
    if (told === undefined || told[0] !== project) {
      return refusedFor(
        'deployment_id',
        'is not an id that POST /projects/:id/deployments answered here for this project: ' +
          'use the id of that answer, which carries what a status alone does not say',
      );
    }
    return stated(told, status, now);
  },
);

function stated(told: Carried, status: Status, now: Instant) {
  const [project, environment, sha, ref, isTag, createdAt] = told;
  const id = writeTellingId(told);
  const isOver = STATUS[status] !== 'in_progress';
  const event: EventInput = {
    type: 'deployment',
    source: 'gitlab',
    ...placeOf(project),
    environment,
    id: fingerprintHex(id),
    sha,
    version: isTag ? ref : undefined,
    status: STATUS[status],
    startedAt: createdAt,
    finishedAt: isOver ? now : undefined,
    updatedAt: now,
  };
  const answer: GitLabDeployment = {
    id,
    iid: null,
    ref,
    sha,
    created_at: formatInstant(createdAt),
    updated_at: formatInstant(now),
    status,
    user: null,
    environment: { id: null, name: environment },
    deployable: null,
  };
  return { kind: 'events', events: [event], told: answer } as const;
}

/** A path names the repository and the service; a number says nothing of either. */
function placeOf(project: string): { readonly service: string; readonly repository?: string } {
  if (/^\d+$/.test(project)) return { service: `project-${project}` };
  return { service: project.slice(project.lastIndexOf('/') + 1), repository: project };
}
