import { Inject, Injectable } from '@nestjs/common';
import type { Definition, MergedChange, MetricName, Period } from '@throughline/dora';
import {
  type ClickHouseClient,
  readChangesOnTheirWay,
  readCommitsOnTheirWay,
  readLeadTimes,
  readLeadTimesAndStages,
} from '@throughline/store';
import type { Catalogue } from '../catalogue/catalogue.js';
import { STORE_CLIENT } from '../reporting-options.js';
import type { ReportScope } from '../scope/report-scope.js';
import { type Journeys, needsServices } from './lead-time-material.js';
import type { Grouping } from './metrics-parameters.js';

/** Reads how commits and changes came to production. */
@Injectable()
export class JourneyReader {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

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
    const asked = {
      ...scope,
      ...catalogue.pathPatterns(),
      ...clockOf(definition),
      groupBy,
      from: periods[0]?.start ?? 0,
      to: periods.at(-1)?.end ?? 0,
      starts: periods.map(({ start }) => start),
    };
    const [leadTimes, onTheirWay, changes] = await Promise.all([
      timesStages
        ? readLeadTimesAndStages(this.client, asked)
        : timesCommits
          ? withoutStages(readLeadTimes(this.client, asked))
          : [],
      timesCommits
        ? readCommitsOnTheirWay(this.client, {
            ...asked,
            byService: needsServices(groupBy, scope.everyTeam),
          })
        : [],
      timesChanges || timesStages ? readChangesOnTheirWay(this.client, asked) : [],
    ]);
    return { leadTimes, onTheirWay, changes: changes.flat().map(mergedChange) };
  }
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
