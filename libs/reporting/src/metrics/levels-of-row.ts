import {
  LEVEL_EDITIONS,
  type LevelEdition,
  levelsOf,
  type MetricName,
  type Placement,
  quickCheck,
  quickCheckAnswers,
} from '@throughline/dora';
import { invalidQuery } from '@throughline/service-kit';
import type { ComputedRow } from './assemble-rows.js';
import type { MetricsRow } from './metrics-row.js';

/** What levels are placed by, and what the Quick Check asks. */
const NEEDED = {
  levels: [
    'deploymentFrequency',
    'changeLeadTime',
    'changeFailRate',
    'recoveryTime',
    'timeToRestore',
  ],
  quickCheck: [
    'deploymentFrequency',
    'changeLeadTime',
    'changeFailRate',
    'recoveryTime',
    'reworkRate',
  ],
} as const satisfies Readonly<Record<string, readonly MetricName[]>>;

/** @throws ProblemError TL_INVALID_QUERY where the metrics that are asked for leave out one that is needed */
export function requireNeeded(needs: keyof typeof NEEDED, metrics: readonly MetricName[]): void {
  const missing = NEEDED[needs].filter((name) => !metrics.includes(name));
  if (missing.length === 0) return;
  throw invalidQuery([
    { path: 'metrics', message: `must name ${missing.join(', ')} too: ${needs} is made of them` },
  ]);
}

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
    deploymentsPerDay: numbers.deploymentFrequency?.perDay ?? null,
    medianDaysPerWeek: numbers.deploymentFrequency?.medianDaysPerWeek ?? null,
    changeLeadTime: numbers.changeLeadTime?.p50 ?? null,
    changeFailRate: numbers.changeFailRate?.rate ?? null,
    recoveryTime: numbers.recoveryTime?.p50 ?? null,
    timeToRestore: numbers.timeToRestore?.p50 ?? null,
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
      deploymentsPerDay: deploymentFrequency?.perDay ?? null,
      changeLeadTime: changeLeadTime?.p50 ?? null,
      changeFailRate: changeFailRate?.rate ?? null,
      recoveryTime: recoveryTime?.p50 ?? null,
      reworkRate: reworkRate?.rate ?? null,
    }),
  );
  return { scores: { ...scores }, ...means };
}

function listed(placement: Placement | null) {
  return placement && { clusters: [...placement.clusters], match: placement.match };
}
