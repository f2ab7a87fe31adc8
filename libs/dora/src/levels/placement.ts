import type { ClusterName } from './dora-editions.js';

/** The figures of a row that levels are published for. null: not known, so without a level. */
export interface LevelFigures {
  readonly deploymentsPerDay: number | null;
  /** Of the whole weeks, the median number of days with a deployment: what DevLake goes by. */
  readonly medianDaysPerWeek: number | null;
  /** The median, in seconds. */
  readonly changeLeadTime: number | null;
  /** From 0 to 1. */
  readonly changeFailRate: number | null;
  /** The median recovery from a failed deployment, in seconds. */
  readonly recoveryTime: number | null;
  /** The median time to resolve an incident, in seconds. */
  readonly timeToRestore: number | null;
}

/** Where one figure lies. */
export interface Placement {
  /** Best first. Several where they are published with the same value, or equally near. */
  readonly clusters: readonly ClusterName[];
  /** `within`: the figure is what was published of these. `nearest`: it lies between or beyond. */
  readonly match: 'within' | 'nearest';
}

/** Where each figure lies by itself. There is no level of the whole: no edition has a rule for one. */
export interface Placements {
  readonly deploymentFrequency: Placement | null;
  readonly changeLeadTime: Placement | null;
  readonly changeFailRate: Placement | null;
  /** Of the time to restore or of the recovery time, as the edition's `recovery` says. */
  readonly recovery: Placement | null;
}
