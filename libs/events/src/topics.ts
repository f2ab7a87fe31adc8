/** The topics of the log. What each carries is described in docs/asyncapi.json. */
export const TOPICS = {
  commits: 'throughline.commits',
  changes: 'throughline.changes',
  deployments: 'throughline.deployments',
  incidents: 'throughline.incidents',
  catalog: 'throughline.catalog',
  activity: 'throughline.activity',
  quarantine: 'throughline.quarantine',
  /** From the metrics service to the alerters: what was related anew. */
  changed: 'throughline.changed',
  /** From the alerters to themselves: what was decided and is to be told. */
  alerts: 'throughline.alerts',
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

export const ALL_TOPICS: readonly Topic[] = Object.values(TOPICS);
