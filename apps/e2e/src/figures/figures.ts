import type { PlatformClient } from '../platform/platform-client.js';
import type { GitAnswers } from './git-answers.js';

/** Every figure of a history, in one shape for git and for the platform, so that a difference shows where it is. */
export interface Figures {
  readonly total: {
    readonly deployments: number;
    readonly commits: number;
    readonly mergeCommits: number;
    readonly baselineCommits: number;
    readonly median: number | null;
    readonly p90: number | null;
    readonly sum: number | null;
  };
  /** Of each deployment: commits, merges, and median, p90 and sum of the lead times in seconds. */
  readonly deployments: ReadonlyMap<string, readonly (number | null)[]>;
}

export function figuresOfGit({ total, deployments }: GitAnswers): Figures {
  const [baseline, ...others] = deployments;
  return {
    total: {
      deployments: total.deployments + (baseline === undefined ? 0 : 1),
      commits: total.nonMergeCommits,
      mergeCommits: others.reduce((sum, { merges }) => sum + merges, 0),
      baselineCommits: baseline?.commits ?? 0,
      median: total.medianLeadSeconds ?? null,
      p90: total.p90LeadSeconds ?? null,
      sum: total.sumLeadSeconds ?? null,
    },
    deployments: new Map(
      deployments.map((one) => [
        one.id,
        [
          one.commits,
          one.merges,
          one.medianLeadSeconds ?? null,
          one.p90LeadSeconds ?? null,
          one.sumLeadSeconds ?? null,
        ],
      ]),
    ),
  };
}

export async function figuresOfPlatform(api: PlatformClient, service: string): Promise<Figures> {
  const items = await api.deployments({ service });
  const [row, ...more] = await api.metrics({ service });
  if (row === undefined || more.length > 0) throw new Error('without groups there is one row');
  const { commits, mergeCommits, baselineCommits, p50, p90, mean } = row.changeLeadTime;
  return {
    total: {
      deployments: row.deploymentFrequency.deployments,
      commits,
      mergeCommits,
      baselineCommits,
      median: p50,
      p90,
      // The sum is whole seconds; the mean in double precision holds it to far less than half of one.
      sum: mean === null ? null : Math.round(mean * commits),
    },
    deployments: new Map(
      items.map(({ id, commits: all, mergeCommits: merges, leadTime }) => [
        id,
        [all, merges, leadTime.p50, leadTime.p90, leadTime.sum],
      ]),
    ),
  };
}
