import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { readingRequest, refusedFor } from '../reading.js';
import { readTellingId } from '../telling-id.js';
import { inEnvelope, name } from './attributes.js';

const request = inEnvelope(
  z.object({
    change_failure: z.boolean(),
    remediation: z
      .object({
        id: name.optional(),
        version: name.optional(),
        type: z.enum(['rollback', 'rollforward']).optional(),
      })
      .nullish(),
  }),
);

type Remediation = z.output<typeof request>['data']['attributes']['remediation'];

const place = z.tuple([z.string(), z.string(), z.string()]);

/**
 * `PATCH /api/v2/dora/deployments/{id}`: somebody's word on whether a deployment failed, which is a
 * verdict. Only an id that was answered here says of which service and environment it is.
 *
 * @param now when it was said: the request does not tell
 */
export const readDatadogPatch = readingRequest(
  request,
  ({ data: { attributes } }, deploymentId: string, now: Instant) => {
    const told = readTellingId(place, deploymentId);
    if (told === undefined) {
      return refusedFor(
        'deployment_id',
        'is not an id that POST /api/v2/dora/deployment answered here, which also says of which ' +
          'service and environment the deployment is: use that one, or send ' +
          'PUT /v1/deployments/{service}/{environment}/{id}/verdict',
      );
    }
    const [service, environment, id] = told;
    return {
      kind: 'events',
      events: [
        {
          type: 'verdict',
          source: 'datadog',
          service,
          environment,
          deploymentId: id,
          failed: attributes.change_failure,
          reason: reasonOf(attributes.change_failure, attributes.remediation),
          by: 'whoever uses the Datadog API',
          at: now,
        },
      ],
      told: undefined,
    };
  },
);

/** What repaired it is told in words: that deployment states itself what it fixes. */
function reasonOf(failed: boolean, remediation: Remediation): string {
  const word = failed ? 'marked as a change failure' : 'marked as stable';
  if (!remediation) return word;
  const { id, version, type = 'deployment' } = remediation;
  const which = id ?? (version === undefined ? '' : `version ${version}`);
  return `${word}; remediation: ${`${type} ${which}`.trim()}`;
}

/** `PATCH /api/v2/dora/deployments`, by service, environment and version. */
export const readDatadogPatchByVersion = () =>
  refusedFor(
    'data.attributes.version',
    'does not name one deployment here, where a version may be deployed several times: ' +
      'PATCH /api/v2/dora/deployments/{id} with the id that POST /api/v2/dora/deployment answered',
  );
