import type {
  readArrivals,
  readDeploymentCounts,
  readIncidentCounts,
  readLeadTimeCounts,
} from '@throughline/store';
import type { Family, Sample } from './exposition.js';
import {
  histogramSamples,
  LEAD_TIME_BOUNDS,
  RECOVERY_BOUNDS,
  sumOfHistograms,
} from './histogram.js';
import type { Place, Places } from './places.js';

type RowOf<Query extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Query>
>[number];

/** What the store counted. */
export interface DeliveryCounts {
  readonly deployments: readonly RowOf<typeof readDeploymentCounts>[];
  readonly leadTimes: readonly RowOf<typeof readLeadTimeCounts>[];
  readonly incidents: readonly RowOf<typeof readIncidentCounts>[];
  readonly arrivals: readonly RowOf<typeof readArrivals>[];
}

/** Prometheus takes a count that falls for one that began anew, and adds all of it to what happened since. */
const MAY_FALL =
  'Counted from facts: falls when one is corrected, so take differences (offset), not rate().';

/** Everything that has happened, as Prometheus counts: totals and histograms, from which it can work out rates. */
export function deliveryFamilies(
  { deployments, leadTimes, incidents, arrivals }: DeliveryCounts,
  places: Places,
): Family[] {
  const ofDeployments = places.group(deployments);
  const ofIncidents = places.group(incidents);
  const total = <Row>(
    grouped: readonly (readonly [Place, readonly Row[]])[],
    valueOf: (row: Row) => number,
  ): Sample[] =>
    grouped.map(([place, rows]) => ({ labels: { ...place }, value: sum(rows, valueOf) }));
  return [
    {
      name: 'dora_deployments_total',
      type: 'counter',
      help: `Finished deployments, by how they ended. ${MAY_FALL}`,
      samples: ofDeployments.flatMap(([place, rows]) =>
        STATUSES.map((status) => ({
          labels: { ...place, status },
          value: sum(rows, ({ byStatus }) => byStatus[status]),
        })),
      ),
    },
    {
      name: 'dora_change_failures_total',
      type: 'counter',
      help: `Deployments that failed, by the definition dora. ${MAY_FALL}`,
      samples: total(ofDeployments, ({ failures }) => failures),
    },
    {
      name: 'dora_rework_deployments_total',
      type: 'counter',
      help: `Deployments that were unplanned, went back or fixed something. ${MAY_FALL}`,
      samples: total(ofDeployments, ({ reworks }) => reworks),
    },
    {
      name: 'dora_open_change_failures',
      type: 'gauge',
      help: 'Deployments that failed and that nothing has recovered.',
      samples: total(ofDeployments, ({ open }) => open),
    },
    {
      name: 'dora_change_lead_time_seconds',
      type: 'histogram',
      help: `From when a commit was authored to when it was first deployed successfully; merges and baselines left out. ${MAY_FALL}`,
      samples: places
        .group(leadTimes)
        .flatMap(([place, rows]) =>
          histogramSamples({ ...place }, LEAD_TIME_BOUNDS, sumOfHistograms(rows, LEAD_TIME_BOUNDS)),
        ),
    },
    {
      name: 'dora_failed_deployment_recovery_seconds',
      type: 'histogram',
      help: `From the end of a failed deployment to its recovery; open ones left out. ${MAY_FALL}`,
      samples: ofDeployments.flatMap(([place, rows]) =>
        histogramSamples({ ...place }, RECOVERY_BOUNDS, sumOfHistograms(rows, RECOVERY_BOUNDS)),
      ),
    },
    {
      name: 'dora_incidents_total',
      type: 'counter',
      help: `Incidents; one that names several services counts for each. ${MAY_FALL}`,
      samples: total(ofIncidents, (row) => row.incidents),
    },
    {
      name: 'dora_open_incidents',
      type: 'gauge',
      help: 'Incidents that are not resolved; one that names several services counts for each.',
      samples: total(ofIncidents, ({ open }) => open),
    },
    {
      name: 'dora_source_last_event_timestamp_seconds',
      type: 'gauge',
      help: 'When the newest event of a source was true, by type of event.',
      samples: arrivals.map(({ source, type, lastEventAt }) => ({
        labels: { source, type },
        value: lastEventAt / 1000,
      })),
    },
  ];
}

const STATUSES = ['succeeded', 'failed', 'rolled_back', 'cancelled'] as const;

function sum<Row>(rows: readonly Row[], valueOf: (row: Row) => number): number {
  return rows.reduce((all, row) => all + valueOf(row), 0);
}
