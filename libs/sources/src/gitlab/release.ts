import { z } from 'zod';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { project } from './project.js';
import { time } from './time.js';

const payload = z.object({
  id: z.int(),
  action: z.string(),
  tag: z.string(),
  released_at: time,
  url: z.string().nullish(),
  project,
  commit: z.object({ id: z.string() }).nullish(),
});

/**
 * `release`: what is released is for its users, so it is a deployment to production.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#release-events
 */
export const readRelease = reading(payload, ({ action, project, ...release }, mapping) => {
  if (action !== 'create') return ignored(`"${action}" does not make a release`);
  const ran = {
    repository: project.path_with_namespace,
    project: project.name,
    tag: release.tag,
    trigger: 'release',
  };
  return runDeployments(mapping, ran, 'deployment', {
    source: 'gitlab',
    repository: project.path_with_namespace,
    id: `release-${release.id}`,
    sha: release.commit?.id,
    version: tidyName(release.tag, 500),
    status: 'succeeded',
    finishedAt: release.released_at,
    url: webLink(release.url),
  });
});
