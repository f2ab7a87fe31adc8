import { createHash } from 'node:crypto';
import type { Job } from './job.js';

/** How long an id may be. */
const LONGEST = 500;

/**
 * The id of the deployment that a job makes: the same for its start and its end, and the same again
 * when the job is retried, so that it counts once. Service and environment are part of it because a
 * job may deploy several, and whoever names a deployment as a cause has only the id.
 *
 * @returns `undefined` outside of CI, where nothing tells one run from the next
 */
export function deploymentId(
  { provider, identity = [] }: Job,
  environment: string,
  service: string,
): string | undefined {
  if (provider === undefined || identity.length === 0) return undefined;
  const id = [provider, ...identity, environment, service].join(':');
  if (id.length <= LONGEST) return id;
  return `${provider}:${createHash('sha256').update(id).digest('hex')}`;
}
