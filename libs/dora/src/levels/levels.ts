import { DEVLAKE_EDITIONS, type DevlakeEdition } from './devlake-editions.js';
import { DORA_EDITIONS, type DoraEdition } from './dora-editions.js';
import { placeAmongClusters } from './place-among-clusters.js';
import { placeWithinThresholds } from './place-within-thresholds.js';
import type { LevelFigures, Placements } from './placement.js';

export type LevelEdition = DoraEdition | DevlakeEdition;

/** Every edition that levels can be asked of, by `id`. */
export const LEVEL_EDITIONS: readonly LevelEdition[] = [...DORA_EDITIONS, ...DEVLAKE_EDITIONS];

/** Where each figure lies among the clusters or within the thresholds of an edition. */
export function levelsOf(edition: LevelEdition, figures: LevelFigures): Placements {
  return edition.kind === 'clusters'
    ? placeAmongClusters(edition, figures)
    : placeWithinThresholds(edition, figures);
}
