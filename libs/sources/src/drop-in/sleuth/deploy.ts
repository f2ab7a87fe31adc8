import { fingerprintHex, type Instant } from '@throughline/events';
import { z } from 'zod';
import { tidyLabels, webLink } from '../../tidy.js';
import { isCommitHash } from '../commit-hash.js';
import { readingRequest } from '../reading.js';
import { isoTime } from '../times.js';

// https://help.sleuth.io/sleuth-api/deploy-registration

const text = z.string().trim();
const DEFAULT_ENVIRONMENT = 'production';

const request = z.object({
  /** A commit hash, or a tag. */
  sha: text.min(1, 'is empty'),
  environment: text.optional(),
  date: isoTime.optional(),
  /** In a form a list with commas. */
  tags: z.union([text, z.array(text)]).optional(),
  email: text.optional(),
  /** `name=address`, or in JSON an object of addresses by name. */
  links: z.union([text, z.record(z.string(), z.string())]).optional(),
});

export interface SleuthDeployment {
  readonly organisation: string;
  /** What Sleuth calls a code deployment: the service here. */
  readonly deployment: string;
}

/**
 * `register_deploy`: a deployment that went well at `date`, or now. Sleuth refuses a hash that it
 * knows already, so without a date one hash is one deployment of a service to an environment.
 */
export const readSleuthDeploy = readingRequest(
  request,
  (
    { sha, environment: named, date, tags, email, links },
    { organisation, deployment }: SleuthDeployment,
    now: Instant,
  ) => {
    const environment = named === undefined || named === '' ? DEFAULT_ENVIRONMENT : named;
    return {
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'sleuth',
          service: deployment,
          environment,
          id: fingerprintHex(
            JSON.stringify([organisation, deployment, environment, sha, date ?? '']),
          ),
          status: 'succeeded',
          finishedAt: date ?? now,
          ...(isCommitHash(sha) ? { sha } : { version: sha }),
          actor: email === '' ? undefined : email,
          labels: tidyLabels(typeof tags === 'string' ? tags.split(',') : (tags ?? [])),
          url: linkOf(links),
        },
      ],
      told: undefined,
    };
  },
);

function linkOf(links: z.output<typeof request>['links']): string | undefined {
  if (links === undefined) return undefined;
  const addresses =
    typeof links === 'string' ? [links.slice(links.indexOf('=') + 1)] : Object.values(links);
  return addresses.map(webLink).find((link) => link !== undefined);
}
