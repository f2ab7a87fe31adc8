import type { DoraEdition, PublishedCluster } from './dora-editions.js';
import type { LevelFigures, Placement, Placements } from './placement.js';
import { durationAnswer, frequencyAnswer } from './survey-scale.js';

/** Distances of rates that differ by less are equal: 0.3 is as far from 0.2 as from 0.4. */
const ROUNDING = 1e-9;

/**
 * The clusters whose published value is nearest to each figure: for "how often" and "how long" in steps of
 * the survey's six answers, for the change fail rate in the rate itself, 0 within a published range. The order
 * of the clusters plays no part, so it holds for values that do not fall in order (2024: 5, 20, 10, 40 %).
 */
export function placeAmongClusters(edition: DoraEdition, figures: LevelFigures): Placements {
  const nearestAnswer = (
    measured: number | null,
    published: (cluster: PublishedCluster) => number,
  ) => nearest(edition, measured, (cluster, answer) => Math.abs(published(cluster) - answer));
  const { deploymentsPerDay, changeLeadTime, changeFailRate } = figures;
  const recovery = figures[edition.recovery];
  return {
    deploymentFrequency: nearestAnswer(
      deploymentsPerDay === null ? null : frequencyAnswer(deploymentsPerDay),
      (cluster) => cluster.deploymentFrequency,
    ),
    changeLeadTime: nearestAnswer(
      changeLeadTime === null ? null : durationAnswer(changeLeadTime),
      (cluster) => cluster.changeLeadTime,
    ),
    changeFailRate: nearest(edition, changeFailRate, ({ changeFailRate: [low, high] }, rate) =>
      Math.max(low - rate, rate - high, 0),
    ),
    recovery: nearestAnswer(
      recovery === null ? null : durationAnswer(recovery),
      (cluster) => cluster.recovery,
    ),
  };
}

function nearest(
  { clusters }: DoraEdition,
  measured: number | null,
  distance: (cluster: PublishedCluster, measured: number) => number,
): Placement | null {
  if (measured === null || clusters.length === 0) return null;
  const least = Math.min(...clusters.map((cluster) => distance(cluster, measured)));
  return {
    clusters: clusters
      .filter((cluster) => distance(cluster, measured) <= least + ROUNDING)
      .map(({ name }) => name),
    match: least === 0 ? 'within' : 'nearest',
  };
}
