import type { Bounds, DevlakeEdition, FrequencyBound } from './devlake-editions.js';
import type { LevelFigures, Placement, Placements } from './placement.js';

const DAYS = { month: 30, six_months: 180 } as const;

/** The level of each figure: the best whose bound it reaches, low if none. */
export function placeWithinThresholds(edition: DevlakeEdition, figures: LevelFigures): Placements {
  const below = (bounds: Bounds<number>, seconds: number | null) =>
    seconds === null ? null : best(bounds, (bound) => seconds < bound);
  const { changeFailRate } = figures;
  return {
    deploymentFrequency: frequency(edition, figures),
    changeLeadTime: below(edition.changeLeadTime, figures.changeLeadTime),
    changeFailRate:
      changeFailRate === null
        ? null
        : best(edition.changeFailRate, (bound) => changeFailRate <= bound),
    recovery: below(edition.recoverySeconds, figures[edition.recovery]),
  };
}

/** Without a deployment the dashboard asks whether any are collected, and so there is no level. */
function frequency(
  { deploymentFrequency }: DevlakeEdition,
  { deploymentsPerDay, medianDaysPerWeek }: LevelFigures,
): Placement | null {
  if (deploymentsPerDay === null || medianDaysPerWeek === null || deploymentsPerDay === 0)
    return null;
  const reached = ({ atLeast, per }: FrequencyBound) =>
    (per === 'week' ? medianDaysPerWeek : deploymentsPerDay * DAYS[per]) >= atLeast;
  return best(deploymentFrequency, reached);
}

function best<Bound>(bounds: Bounds<Bound>, reached: (bound: Bound) => boolean): Placement {
  const names = ['elite', 'high', 'medium'] as const;
  return { clusters: [names.find((name) => reached(bounds[name])) ?? 'low'], match: 'within' };
}
