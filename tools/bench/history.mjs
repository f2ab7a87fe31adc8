import { createHash } from 'node:crypto';

const HOUR = 3600;
const START = 1_600_000_000;

/**
 * A repository's history as events: a main line with a merged side branch every tenth commit, and
 * a deployment every fortieth. The same for the same numbers.
 *
 * @param {number} commits how many
 * @returns {{ commits: object[], deployments: object[] }}
 */
export function history(commits) {
  const repository = 'bench/history';
  const sha = (/** @type {number} */ index) =>
    createHash('sha1').update(`commit ${index}`).digest('hex');
  const events = { commits: [], deployments: [] };
  for (let index = 0; index < commits; index += 1) {
    const authoredAt = START + index * HOUR;
    // 8 branches off 6, 9 merges it: two parents.
    const parents =
      index === 0
        ? []
        : index % 10 === 8
          ? [sha(index - 2)]
          : index % 10 === 9
            ? [sha(index - 2), sha(index - 1)]
            : [sha(index - 1)];
    events.commits.push({
      type: 'commit',
      repository,
      sha: sha(index),
      parents,
      authoredAt,
      committedAt: authoredAt + 60,
      author: `author-${index % 50}`,
      branch: 'main',
      paths: [`services/api/file-${index % 400}.ts`, `docs/page-${index % 90}.md`],
    });
    if (index % 40 !== 39) continue;
    events.deployments.push({
      type: 'deployment',
      service: 'api',
      environment: 'production',
      repository,
      id: `release-${index}`,
      sha: sha(index),
      version: `1.${index}.0`,
      status: 'succeeded',
      startedAt: authoredAt + 2 * HOUR,
      finishedAt: authoredAt + 2 * HOUR + 300,
    });
  }
  return events;
}
