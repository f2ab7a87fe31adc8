import { z } from 'zod';
import { NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { begunOf, deploymentsTo, payloadOfDeployment } from './deployment.js';

const payload = payloadOfDeployment.extend({
  deployment_status: z.object({
    state: z.string(),
    environment: z.string().nullish(),
    created_at: z.string(),
    target_url: z.string().nullish(),
    log_url: z.string().nullish(),
  }),
});

/** https://docs.github.com/rest/deployments/statuses. */
const STATUS_OF_STATE = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['in_progress', 'in_progress'],
  ['queued', 'in_progress'],
  ['pending', 'in_progress'],
  ['waiting', 'in_progress'],
]);

export const readDeploymentStatus = reading(payload, (payload, mapping) => {
  const { deployment, deployment_status: said } = payload;
  if (said.state === 'inactive') {
    // GitHub sets it on the deployment before when a new one succeeds: that one did succeed, in its time.
    return ignored(
      'inactive: a later deployment took its place, which says nothing of how it went',
    );
  }
  const status = STATUS_OF_STATE.get(said.state);
  if (status === undefined) return ignored(`the state "${said.state}" is not known`);

  const environment = said.environment ? said.environment : deployment.environment;
  const before = deployment.original_environment ? deployment.original_environment : environment;
  const now = deploymentsTo(environment, payload, mapping);
  // A status may move a deployment to another environment; it is not in the first one any more.
  const left = deploymentsTo(before, payload, mapping).filter((former) =>
    now.every((one) => one.service !== former.service || one.environment !== former.environment),
  );
  if (now.length + left.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...now.map((deployment) => ({
      ...deployment,
      ...begunOf(payload),
      updatedAt: said.created_at,
      status,
      finishedAt: status === 'in_progress' ? undefined : said.created_at,
      url: webLink(said.log_url) ?? webLink(said.target_url),
    })),
    ...left.map((deployment) => ({ ...deployment, updatedAt: said.created_at, retracted: true })),
  );
});
