import {
  type ArtifactEvent,
  type ChangeEvent,
  type CommitEvent,
  type DeliveryEvent,
  type DeploymentEvent,
  identityOf,
  type IncidentEvent,
  type ReviewEvent,
  serialiseEvent,
  type ServiceEvent,
  type VerdictEvent,
  versionOf,
  type WithdrawalOf,
} from '@throughline/events';

export type ServiceVersion = ServiceEvent | WithdrawalOf<'service'>;

/** What holds in the end, whatever was said on the way there. */
export interface OracleFacts {
  readonly commits: readonly CommitEvent[];
  readonly artifacts: readonly ArtifactEvent[];
  readonly changes: readonly ChangeEvent[];
  readonly reviews: readonly ReviewEvent[];
  readonly deployments: readonly DeploymentEvent[];
  readonly verdicts: readonly VerdictEvent[];
  readonly incidents: readonly IncidentEvent[];
  /** Every version, withdrawals too, the oldest first: a service keeps the team it had. */
  readonly services: readonly ServiceVersion[];
}

/** Of each thing the newest version, unless that withdraws it. */
export function oracleFacts(events: readonly DeliveryEvent[]): OracleFacts {
  const oldestFirst = events
    .map((event) => ({ event, version: versionOf(event, serialiseEvent(event)) }))
    .sort((a, b) => (a.version < b.version ? -1 : 1))
    .map(({ event }) => event);
  const newest = [...new Map(oldestFirst.map((event) => [identityOf(event), event])).values()];
  const stated = newest.filter((event) => !event.retracted);
  return {
    commits: stated.filter((event): event is CommitEvent => event.type === 'commit'),
    artifacts: stated.filter((event): event is ArtifactEvent => event.type === 'artifact'),
    changes: stated.filter((event): event is ChangeEvent => event.type === 'change'),
    reviews: stated.filter((event): event is ReviewEvent => event.type === 'review'),
    deployments: stated.filter((event): event is DeploymentEvent => event.type === 'deployment'),
    verdicts: stated.filter((event): event is VerdictEvent => event.type === 'verdict'),
    incidents: stated.filter((event): event is IncidentEvent => event.type === 'incident'),
    services: oldestFirst.filter((event): event is ServiceVersion => event.type === 'service'),
  };
}
