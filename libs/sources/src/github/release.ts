import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { runDeployments } from '../mapping/run-deployments.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';
import { tidyName, webLink } from '../tidy.js';
import { repository, user } from './repository.js';

const payload = z.object({
  action: z.string(),
  repository,
  release: z.object({
    id: z.int(),
    tag_name: z.string(),
    /** A branch or a commit: what the tag was to be made from. */
    target_commitish: z.string(),
    prerelease: z.boolean().default(false),
    published_at: z.string().nullish(),
    html_url: z.string().nullish(),
    author: user,
  }),
});

/**
 * A release whose commit is known is a deployment of it to production: it names no environment, and
 * what is released is for its users. Where the payload names a branch, the commit it stood at is not
 * known: guessing it would credit commits that were never released.
 *
 * @param source whose payload it is: others send releases in GitHub's form
 */
export const releaseReader = (source: string) =>
  reading(payload, ({ action, repository, release }, mapping) => {
    // `released` and `created` come beside `published` for the same release.
    if (action !== 'published') return ignored(`"${action}" does not publish a release`);
    if (release.prerelease) return ignored('a pre-release is not for production');
    if (!isCommitHash(release.target_commitish)) {
      return ignored(
        'the release names a branch, not a commit: report the deployment, or make releases from a full commit hash',
      );
    }
    const ran = { repository: repository.full_name, tag: release.tag_name, trigger: 'release' };
    return runDeployments(mapping, ran, 'deployment', {
      source,
      repository: repository.full_name,
      id: `release-${release.id}`,
      sha: release.target_commitish,
      version: tidyName(release.tag_name, 500),
      status: 'succeeded',
      finishedAt: release.published_at,
      url: webLink(release.html_url),
      actor: release.author?.login,
    });
  });
