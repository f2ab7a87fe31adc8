import { Inject, Injectable } from '@nestjs/common';
import type { Definition, MergedChange, MetricName, Period } from '@throughline/dora';
import {
  type ClickHouseClient,
  type Query,
  type TeamScope,
  readChangesOnTheirWay,
  readCommitsOnTheirWay,
  readLeadTimes,
  readLeadTimesAndStages,
} from '@throughline/store';
import type { Catalogue } from '../catalogue/catalogue.js';
import { StoreMemory } from '../memory/store-memory.js';
import { STORE_CLIENT } from '../reporting-options.js';
import type { ReportScope } from '../scope/report-scope.js';
import { type Journeys, needsServices } from './lead-time-material.js';
import type { Grouping } from './metrics-parameters.js';

/** Reads how commits and changes came to production. */
@Injectable()
export class JourneyReader {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    private readonly memory: StoreMemory,
  ) {}

  /**
   * @param periods adjacent, earliest first
   * @param metrics what is read is what these are made of
   */
  async read(
    periods: readonly Period[],
    groupBy: Grouping,
    scope: ReportScope,
    catalogue: Catalogue,
    definition: Definition,
    metrics: readonly MetricName[],
  ): Promise<Journeys> {
    const { leadTime } = definition;
    const timesCommits = leadTime.of === 'commits' && metrics.includes('changeLeadTime');
    const timesChanges = leadTime.of === 'changes' && metrics.includes('changeLeadTime');
    const timesStages = metrics.includes('leadTimeStages');
    const window = {
      ...scope,
      // All services of a large organisation are a long parameter: only for who asks about teams.
      ...(groupBy === 'team' || !scope.everyTeam ? {} : NO_TENURES),
      ...catalogue.pathPatterns(),
      ...clockOf(definition),
      from: periods[0]?.start ?? 0,
      to: periods.at(-1)?.end ?? 0,
    };
    const rows = { ...window, groupBy, starts: periods.map(({ start }) => start) };
    const byService = needsServices(groupBy, scope.everyTeam);
    const [leadTimes, onTheirWay, changes] = await Promise.all([
      timesStages
        ? this.recall(readLeadTimesAndStages, rows, bytesOfLeadTime)
        : timesCommits
          ? withoutStages(this.recall(readLeadTimes, rows, bytesOfLeadTime))
          : [],
      timesCommits ? this.recall(readCommitsOnTheirWay, { ...rows, byService }, bytesOnTheWay) : [],
      timesChanges || timesStages
        ? this.memory.recall(
            [readChangesOnTheirWay.queryName, window],
            async () => (await readChangesOnTheirWay(this.client, window)).flat().map(mergedChange),
            ({ length }) => length * BYTES_A_CHANGE,
          )
        : [],
    ]);
    return { leadTimes, onTheirWay, changes };
  }

  private recall<Params, Row>(
    query: Query<Params, Row>,
    params: Params,
    bytesOf: (row: Row) => number,
  ): Promise<Row[]> {
    return this.memory.recall(
      [query.queryName, params],
      () => query(this.client, params),
      (rows) => rows.reduce((bytes, row) => bytes + bytesOf(row), 0),
    );
  }
}

const NO_TENURES = {
  tenureServices: [],
  tenureOffsets: [],
  tenureCounts: [],
  tenureStarts: [],
  tenureTeams: [],
} satisfies Partial<TeamScope>;

/** As measured. */
const BYTES_A_CHANGE = 400;
const BYTES_A_NUMBER = 8;
const BYTES_A_PAIR = 80;

type LeadTimeRow = Awaited<ReturnType<typeof readLeadTimes>>[number] & {
  readonly direct?: readonly unknown[];
};

function bytesOfLeadTime({ leads, direct = [] }: LeadTimeRow): number {
  return leads.length * BYTES_A_NUMBER + direct.length * BYTES_A_PAIR;
}

function bytesOnTheWay({
  ended,
  open,
}: Awaited<ReturnType<typeof readCommitsOnTheirWay>>[number]): number {
  return (ended.length + open.length) * BYTES_A_NUMBER;
}

async function withoutStages(rows: ReturnType<typeof readLeadTimes>) {
  return (await rows).map((row) => ({ ...row, direct: [] }));
}

/** How a definition reads commits, as the store's queries take it. */
export function clockOf({ leadTime }: Definition) {
  if (leadTime.of === 'changes') {
    return { clock: 'authored', withMerges: false, baselineAfterSeconds: 0 } as const;
  }
  return {
    clock: leadTime.from,
    withMerges: leadTime.withMerges,
    baselineAfterSeconds: leadTime.baselineAfterSeconds ?? 0,
  };
}

export function mergedChange({
  startedAt,
  shippedAt,
  ...change
}: Awaited<ReturnType<typeof readChangesOnTheirWay>>[number][number]): MergedChange {
  return { ...change, deploymentStartedAt: startedAt, deploymentFinishedAt: shippedAt };
}
