import { type QuantileMethod, type Spread, spread } from '../statistics/quantile.js';
import type { ChangeStages, MergedChange } from './change-stages.js';
import { changeStages } from './change-stages.js';

/** How long one stage took, over those of which it is known. */
export interface StageSpread extends Spread {
  readonly n: number;
}

/** Where the time of a row's changes went. */
export interface StageSpreads extends Readonly<Record<keyof ChangeStages, StageSpread>> {
  /** Changes first shipped in the row, those of a baseline left out. */
  readonly changes: number;
  /** Commits first shipped in the row that are part of no change. */
  readonly commitsWithoutChange: number;
}

/** A commit that went to production without a change: of its way the last two stages are known. */
export interface DirectCommit {
  /** Seconds from when it was committed to the start of the deployment. */
  readonly waiting: number | null;
  readonly deploying: number | null;
}

/** The names of the stages, in their order. */
export const STAGES = ['coding', 'pickup', 'review', 'waiting', 'deploying', 'total'] as const;

/** The stages of what was first shipped in a row: of changes, and of commits that had none. */
export function stageSpreads(
  changes: readonly MergedChange[],
  direct: readonly DirectCommit[],
  method: QuantileMethod,
): StageSpreads {
  const shipped = changes.filter(({ baseline }) => !baseline);
  const stages: Partial<ChangeStages>[] = [...shipped.map(changeStages), ...direct];
  const spreads = STAGES.map((stage) => {
    const seconds = stages.flatMap((one) => one[stage] ?? []);
    return [stage, { n: seconds.length, ...spread(seconds, method) }] as const;
  });
  return {
    changes: shipped.length,
    commitsWithoutChange: direct.length,
    ...(Object.fromEntries(spreads) as Record<keyof ChangeStages, StageSpread>),
  };
}
