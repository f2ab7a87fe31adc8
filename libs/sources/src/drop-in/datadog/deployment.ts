import { fingerprintHex } from '@throughline/events';
import { z } from 'zod';
import { readingRequest } from '../reading.js';
import { writeTellingId } from '../telling-id.js';
import { unixTime } from '../times.js';
import {
  COMMON_ATTRIBUTES,
  DEFAULT_ENVIRONMENT,
  inEnvelope,
  labelsOf,
  name,
} from './attributes.js';

const request = inEnvelope(
  z.object({ ...COMMON_ATTRIBUTES, service: name, finished_at: unixTime }),
);

/**
 * `POST /api/v2/dora/deployment`: a deployment that went well; Datadog has no other. It tells the id
 * that `PATCH` takes.
 */
export const readDatadogDeployment = readingRequest(request, ({ data: { attributes } }) => {
  const { service, env: environment = DEFAULT_ENVIRONMENT, version, git } = attributes;
  const { started_at: startedAt, finished_at: finishedAt } = attributes;
  const id =
    attributes.id ??
    fingerprintHex(JSON.stringify([service, environment, version, git?.commit_sha, startedAt]));
  return {
    kind: 'events',
    events: [
      {
        type: 'deployment',
        source: 'datadog',
        service,
        environment,
        id,
        status: 'succeeded',
        startedAt,
        finishedAt,
        version,
        repository: git?.repository_url,
        sha: git?.commit_sha,
        labels: labelsOf(attributes.team, attributes.custom_tags),
      },
    ],
    told: writeTellingId([service, environment, id]),
  };
});
