import { z } from 'zod';
import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { gitlabTime } from './gitlab-time.js';
import { project, repositoryOf } from './project.js';

const payload = z.object({
  id: z.int(),
  action: z.string().nullish(),
  tag: z.string(),
  url: z.string().nullish(),
  released_at: z.string(),
  project,
  commit: z.object({ id: z.string() }).nullish(),
});

/** A release, where a rule on its tag or on the trigger `release` calls it a deployment. */
export const readRelease = reading(payload, (release, mapping) => {
  if (release.action !== 'create') return ignored('only the making of a release may deploy');
  const repository = repositoryOf(release.project);
  const run = { repository, tag: release.tag, trigger: 'release' };
  const targets = deploymentTargets(mapping, run, 'unknown');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  return events(
    ...targets.map((target) => ({
      type: 'deployment' as const,
      source: 'gitlab',
      ...target,
      id: `release-${release.id}`,
      repository,
      sha: release.commit?.id,
      version: tidyName(release.tag, 500),
      status: 'succeeded',
      finishedAt: gitlabTime(release.released_at),
      url: webLink(release.url),
    })),
  );
});
