import { Inject, Injectable } from '@nestjs/common';
import {
  type Definition,
  type Incident,
  incidentKey,
  isIn,
  type Judged,
  METRIC_NAMES,
  type MetricName,
  type Period,
  type RowQuestion,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import { type ClickHouseClient, inChunks, readKnownShas, readPlaces } from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { type JudgedWindow, Judgements } from '../judgements.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { type ReportScope, reportScope, unsaidEnvironment } from '../scope/report-scope.js';
import type { ScopeInput } from '../scope/scope-parameters.js';
import { assembleRows, type ComputedRow } from './assemble-rows.js';
import { Groups } from './groups.js';
import { JourneyReader } from './journeys.js';
import { LeadTimeMaterial } from './lead-time-material.js';
import type { Grouping } from './metrics-parameters.js';
import { requireReadable } from './size-limits.js';

/** Which rows are asked for. */
export interface RowsQuestion extends ScopeInput {
  readonly groupBy: Grouping;
  readonly timezone: string;
  readonly definition: Definition;
  /** Adjacent, earliest first. */
  readonly periods: readonly Period[];
  /**
   * Default: all. What only others need is not read, so a group that would have its rows from that
   * alone has none.
   */
  readonly metrics?: readonly MetricName[];
}

/** Rows, and what they were made of: everything in scope, whatever its group. */
export interface Rows {
  readonly rows: readonly ComputedRow[];
  readonly groups: Groups;
  readonly deployments: readonly Judged[];
  readonly incidents: readonly Incident[];
  readonly journeys: LeadTimeMaterial;
  readonly question: RowQuestion;
}

/** Reads what rows are made of, and makes them. */
@Injectable()
export class RowSource {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
    private readonly journeyReader: JourneyReader,
  ) {}

  async read({
    groupBy,
    timezone,
    definition,
    periods,
    metrics = METRIC_NAMES,
    ...filters
  }: RowsQuestion): Promise<Rows> {
    const window = { start: periods[0]?.start ?? 0, end: periods.at(-1)?.end ?? 0 };
    const catalogue = await this.catalogue.read();
    const scope = reportScope(filters, catalogue, this.options);
    const [judged, journeys, places] = await Promise.all([
      this.judge(window, scope, definition, metrics),
      this.journeyReader.read(periods, groupBy, scope, catalogue, definition, metrics),
      readPlaces(this.client, {}),
    ]);
    const environments = places.map(({ environment }) => environment);
    const unsaid = unsaidEnvironment(scope, this.options.production, environments);
    const groups = new Groups(groupBy, catalogue, scope, unsaid);
    const question = {
      definition,
      timezone,
      asOf: this.options.now(),
      hasKnownCommit: await this.hasKnownCommit(judged, definition),
      causedAt: causedAt(judged),
    };
    const dependsOnTeams = groupBy === 'team' || !scope.everyTeam;
    const leadTimes = new LeadTimeMaterial(journeys, groupBy, groups, question, dependsOnTeams);
    const deployments = judged.deployments.filter(
      ({ deployment }) =>
        isIn(window, deployment.finishedAt) &&
        scope.environments.includes(deployment.environment) &&
        groups.asksFor(deployment, deployment.finishedAt),
    );
    const incidents = judged.incidents.filter(
      (incident) => isAbout(window, incident) && groups.concerns(incident),
    );
    const keys = groups.keys(
      {
        places: places
          .filter(({ environment }) => scope.environments.includes(environment))
          .flatMap(({ repositories, ...place }) =>
            repositories.map((repository) => ({ ...place, repository })),
          ),
        incidents,
        others: [
          ...deployments.map(({ deployment }) => groups.keyOf(deployment, deployment.finishedAt)),
          ...leadTimes.keys(periods),
        ],
      },
      window.end - 1,
    );
    requireReadable(keys.length, periods.length);
    const material = { deployments, incidents, journeys: leadTimes };
    return {
      rows: assembleRows(keys, periods, groups, material, question, metrics),
      groups,
      deployments,
      incidents,
      journeys: leadTimes,
      question,
    };
  }

  private async judge(
    window: Period,
    scope: ReportScope,
    definition: Definition,
    metrics: readonly MetricName[],
  ): Promise<JudgedWindow> {
    if (metrics.some((metric) => OF_OUTCOMES.has(metric))) {
      return this.judgements.since(window.start, scope, definition);
    }
    if (metrics.some((metric) => OF_DEPLOYMENTS.has(metric))) {
      return this.judgements.byThemselves(window, scope, definition);
    }
    return NOTHING_JUDGED;
  }

  private async hasKnownCommit(
    { deployments }: JudgedWindow,
    definition: Definition,
  ): Promise<(one: Judged) => boolean> {
    if (!definition.deployments.withKnownCommit) return () => true;
    const shas = [...new Set(deployments.flatMap(({ deployment }) => deployment.sha ?? []))];
    const rows = await inChunks(shas, (chunk) => readKnownShas(this.client, { shas: chunk }));
    const known = new Set(rows.map(({ sha }) => sha));
    return ({ deployment }) => deployment.sha !== undefined && known.has(deployment.sha);
  }
}

/** Metrics of what became of deployments, which all that happened since may bear on. */
const OF_OUTCOMES: ReadonlySet<MetricName> = new Set([
  'changeFailRate',
  'recoveryTime',
  'timeToRestore',
]);

/** Metrics of what each deployment says of itself. */
const OF_DEPLOYMENTS: ReadonlySet<MetricName> = new Set(['deploymentFrequency', 'reworkRate']);

const NOTHING_JUDGED: JudgedWindow = { deployments: [], links: [], incidents: [] };

/** Whether an incident opened or ended in a window: definitions differ in which of them counts. */
function isAbout(window: Period, { openedAt, resolvedAt }: Incident): boolean {
  return isIn(window, openedAt) || (resolvedAt !== undefined && isIn(window, resolvedAt));
}

/** When the earliest deployment was there that an incident goes back to. */
function causedAt({ links }: JudgedWindow): (incident: Incident) => Instant | undefined {
  const earliest = new Map<string, Instant>();
  for (const { incident, deployment } of links) {
    if (incident === undefined) continue;
    const key = incidentKey(incident);
    earliest.set(key, Math.min(earliest.get(key) ?? Infinity, deployment.finishedAt));
  }
  return (incident) => earliest.get(incidentKey(incident));
}
