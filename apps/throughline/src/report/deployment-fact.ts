import {
  type DeploymentKind,
  type DeploymentStatus,
  formatInstant,
  type Instant,
  normaliseRepository,
} from '@throughline/events';
import { z } from 'zod';
import { WrongWords } from '../command-failure.js';
import { deploymentId } from './deployment-id.js';
import type { Job } from './job.js';
import { known } from './known.js';
import { onlyTaken } from './only-taken.js';

/** What the words say of a deployment; what they leave out is found or left unknown. */
export interface DeploymentWords {
  readonly service: string;
  readonly environment?: string;
  readonly id?: string;
  readonly repository?: string;
  readonly sha?: string;
  readonly version?: string;
  readonly artifact?: string;
  readonly link?: string;
  readonly kind?: DeploymentKind;
  readonly fixes?: readonly string[];
  readonly unplanned?: true;
  readonly label?: readonly string[];
  readonly startedAt?: Instant;
  readonly finishedAt?: Instant;
}

/** What was said when a deployment began: what is told from it, and all the rest as it is. */
export const begunSchema = z.looseObject({
  repository: z.string().optional(),
  startedAt: z.string().optional(),
  labels: z.array(z.string()).optional(),
});

export type Begun = z.output<typeof begunSchema>;

/** A label as long as this would be refused, and the deployment with it. */
const LONGEST_LABEL = 200;

/** Which thing is spoken of: what the start and the end of one deployment have in common. */
export function placeOf(words: DeploymentWords, job: Job) {
  const environment = words.environment ?? job.environment;
  if (environment === undefined) {
    throw new WrongWords('nothing here says which environment it is: name it with --environment');
  }
  const { service } = words;
  return { service, environment, id: words.id ?? deploymentId(job, environment, service) };
}

/**
 * One state of a deployment. The event replaces the one before it as a whole, so it says again what
 * was said when the deployment began.
 *
 * @param begun what was reported at its start, where that is known
 */
export function deploymentFact(
  status: DeploymentStatus,
  words: DeploymentWords,
  job: Job,
  begun: Begun | undefined,
  now: Instant,
) {
  const { label = [], link, startedAt, finishedAt, ...rest } = words;
  const said = known({ ...rest, url: link });
  const repository = words.repository ?? begun?.repository;
  const found = onlyTaken({
    source: job.provider,
    repository: job.repository,
    sha: isOfJob(repository, job) ? job.sha : undefined,
    url: job.url,
    actor: job.actor,
  });
  const isStart = status === 'in_progress';
  const starts = instantText(startedAt ?? (isStart ? now : undefined));
  return {
    ...found,
    ...begun,
    ...said,
    ...placeOf(words, job),
    type: 'deployment',
    status,
    labels: labels(job, begun?.labels, label),
    startedAt: starts ?? begun?.startedAt ?? startOf(job, finishedAt ?? now),
    finishedAt: isStart ? undefined : formatInstant(finishedAt ?? now),
  };
}

/** The commit that was found is one of the job's repository: of another it says nothing. */
function isOfJob(repository: string | undefined, job: Job): boolean {
  return repository === undefined || normaliseRepository(repository) === job.repository;
}

function labels(job: Job, before: readonly string[] = [], added: readonly string[]) {
  const branch = `branch:${job.branch ?? ''}`;
  const known = job.branch === undefined || branch.length > LONGEST_LABEL ? [] : [branch];
  return [...new Set([...known, ...before, ...added])];
}

function instantText(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant);
}

/** When the job began; the clock that says so may be ahead of this machine's. */
function startOf({ startedAt }: Job, end: Instant): string | undefined {
  return startedAt === undefined || startedAt > end ? undefined : formatInstant(startedAt);
}
