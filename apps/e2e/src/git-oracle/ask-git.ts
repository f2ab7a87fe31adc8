import type { GitAnswers } from '../figures/git-answers.js';
import type { Git } from './git.js';

interface Tag {
  readonly name: string;
  /** Unix seconds. */
  readonly taggedAt: number;
}

/**
 * Asks git what each tag is the first to contain: `git rev-list TAG --not EARLIER…`. A tag's time is that of its
 * tagger, for a tag without one that of its commit; of two at one moment the name decides.
 */
export function askGit(git: Git, pattern: string): GitAnswers {
  const tags = git
    .lines([
      'for-each-ref',
      '--format=%(creatordate:unix) %(refname:strip=2)',
      `refs/tags/${pattern}`,
    ])
    .map((line): Tag => {
      const [taggedAt = '', name = ''] = line.split(' ');
      return { name, taggedAt: Number(taggedAt) };
    })
    .sort((a, b) => a.taggedAt - b.taggedAt || (a.name < b.name ? -1 : 1));
  const total: number[] = [];
  const deployments = tags.map(({ name, taggedAt }, index) => {
    const earlier = tags.slice(0, index).map((tag) => tag.name);
    const news = [name, '--not', ...earlier];
    const count = (...filter: string[]) =>
      Number(git.ask(['rev-list', '--count', ...filter, ...news]).trim());
    const leads = git
      .lines(['log', '--format=%at', '--no-merges', ...news])
      .map((authoredAt) => taggedAt - Number(authoredAt));
    if (index > 0) total.push(...leads);
    return { id: name, commits: count(), merges: count('--merges'), ...spreadOf(leads) };
  });
  return {
    total: {
      deployments: Math.max(0, deployments.length - 1),
      nonMergeCommits: total.length,
      ...spreadOf(total),
    },
    deployments,
  };
}

function spreadOf(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    medianLeadSeconds: sorted[Math.floor(0.5 * sorted.length)],
    p90LeadSeconds: sorted[Math.floor(0.9 * sorted.length)],
    ...(sorted.length > 0 && { sumLeadSeconds: sorted.reduce((sum, value) => sum + value, 0) }),
  };
}
