/** How the metrics are defined, in words that a person can check. */
export interface Definition {
  readonly id: string;
  /** Changes whenever an answer could. */
  readonly version: string;
  readonly title: string;
  readonly metrics: Readonly<Record<string, string>>;
}

export const DORA: Definition = {
  id: 'dora',
  version: '1',
  title: 'The definitions of dora.dev, made exact',
  metrics: {
    deploymentFrequency:
      'Successful deployments, rollbacks and hotfixes included, by finishedAt; per day of the window in the time zone asked for.',
    changeLeadTime:
      'From authoredAt of a commit to finishedAt of the first successful deployment of the service in the environment whose history contains it. Merge commits are counted apart and carry no lead time. The first deployment ever seen of a service in an environment is its baseline: its commits are counted as baselineCommits only. Waiting are commits that no deployment had brought to the environment by the end of the row.',
    changeFailRate:
      'Of the finished deployments (succeeded, failed, rolled_back) those that failed: a person’s verdict if there is one; else status failed or rolled_back, an incident that names the deployment as its cause, or a deployment that names it as what it fixes.',
    recoveryTime:
      'From finishedAt of a failed deployment to the earliest of: a successful deployment that fixes or rolls back it or its incident, the resolution of an incident it caused.',
    reworkRate:
      'Of the finished deployments those that are unplanned, of kind rollback or hotfix, or name what they fix.',
    timeToRestore: 'From openedAt of an incident to its resolvedAt, by openedAt.',
  },
};

export const DEFINITIONS: readonly Definition[] = [DORA];
