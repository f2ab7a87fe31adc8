import {
  LEVEL_EDITIONS,
  type LevelEdition,
  levelsOf,
  type Placement,
  quickCheck,
  quickCheckAnswers,
} from '@throughline/dora';
import { invalidQuery } from '@throughline/service-kit';
import type { ComputedRow } from './assemble-rows.js';
import type { MetricsRow } from './metrics-row.js';

/** @throws ProblemError TL_INVALID_QUERY */
export function findEdition(id: string | undefined): LevelEdition | undefined {
  if (id === undefined) return undefined;
  const edition = LEVEL_EDITIONS.find((one) => one.id === id);
  if (edition !== undefined) return edition;
  const known = LEVEL_EDITIONS.map((one) => one.id).join(', ');
  throw invalidQuery([{ path: 'levels', message: `must be one of: ${known}` }]);
}

/** Where the metrics of a row lie among published clusters. */
export function levelsOfRow(
  edition: LevelEdition,
  { numbers }: ComputedRow,
): NonNullable<MetricsRow['levels']> {
  const { deploymentFrequency, changeLeadTime, changeFailRate, recovery } = levelsOf(edition, {
    deploymentsPerDay: numbers.deploymentFrequency.perDay,
    medianDaysPerWeek: numbers.deploymentFrequency.medianDaysPerWeek,
    changeLeadTime: numbers.changeLeadTime.p50,
    changeFailRate: numbers.changeFailRate.rate,
    recoveryTime: numbers.recoveryTime?.p50 ?? null,
    timeToRestore: numbers.timeToRestore.p50,
  });
  return {
    edition: edition.id,
    title: edition.title,
    source: edition.source,
    deploymentFrequency: listed(deploymentFrequency),
    changeLeadTime: listed(changeLeadTime),
    changeFailRate: listed(changeFailRate),
    recovery: listed(recovery),
  };
}

/** How DORA's Quick Check would score a team with these figures. */
export function quickCheckOfRow({ numbers }: ComputedRow): NonNullable<MetricsRow['quickCheck']> {
  const { deploymentFrequency, changeLeadTime, changeFailRate, recoveryTime, reworkRate } = numbers;
  const { scores, ...means } = quickCheck(
    quickCheckAnswers({
      deploymentsPerDay: deploymentFrequency.perDay,
      changeLeadTime: changeLeadTime.p50,
      changeFailRate: changeFailRate.rate,
      recoveryTime: recoveryTime?.p50 ?? null,
      reworkRate: reworkRate?.rate ?? null,
    }),
  );
  return { scores: { ...scores }, ...means };
}

function listed(placement: Placement | null) {
  return placement && { clusters: [...placement.clusters], match: placement.match };
}
