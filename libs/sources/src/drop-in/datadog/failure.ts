import { fingerprintHex } from '@throughline/events';
import { z } from 'zod';
import { tidyName, tidyProse } from '../../tidy.js';
import { readingRequest } from '../reading.js';
import { unixTime } from '../times.js';
import { COMMON_ATTRIBUTES, inEnvelope, labelsOf, name } from './attributes.js';

const attributes = z
  .object({
    ...COMMON_ATTRIBUTES,
    services: z.array(name).optional(),
    finished_at: unixTime.nullish(),
    name: z.string().nullish(),
    severity: z.string().nullish(),
  })
  .superRefine(({ services = [], team }, context) => {
    if (services.length > 0 || team !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['services'],
      message: 'is missing, and so is a team: say whom the incident is about',
    });
  });

/**
 * `POST /api/v2/dora/failure`, and `/incident` as it was called before: an incident, over once
 * `finished_at` is there. Sent again with the same id it is the same incident.
 */
export const readDatadogFailure = readingRequest(inEnvelope(attributes), ({ data }) => {
  const { services = [], env, version, git, team, started_at: openedAt, ...rest } = data.attributes;
  // Without what changes in its course, so that its end is told of the same incident.
  const id =
    rest.id ?? fingerprintHex(JSON.stringify([services, team, env, version, rest.name, openedAt]));
  return {
    kind: 'events',
    events: [
      {
        type: 'incident',
        source: 'datadog',
        id,
        services,
        environment: env,
        openedAt,
        resolvedAt: rest.finished_at ?? undefined,
        severity: tidyName(rest.severity, 100),
        title: tidyProse(rest.name, 16_384),
        causedBy: causeOf(version, git?.commit_sha),
        labels: labelsOf(team, rest.custom_tags),
      },
    ],
    told: id,
  };
});

/** The version that was hit is the one that was running; a commit stands for it where there is none. */
function causeOf(version: string | undefined, sha: string | undefined) {
  if (version !== undefined) return { version };
  return sha === undefined ? undefined : { sha };
}
