import {
  changeFailRate,
  deploymentFrequency,
  DEFINITIONS,
  DORA,
  groupBy,
  type Incident,
  type Judged,
  type Period,
  periodsOf,
  recoveryTime,
  reworkRate,
  timeToRestore,
  waitingAtEndOf,
  type WaitingCommits,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { Inject, Injectable } from '@nestjs/common';
import { invalidQuery } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readFreshness,
  readLeadTimes,
  readPlaces,
  readWaiting,
} from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Judgements } from '../judgements.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import { Groups } from './groups.js';
import type { MetricsQuestion } from './metrics-parameters.js';
import type { MetricsAnswer, MetricsRow } from './metrics-row.js';

/** More rows than anybody reads: a slip in the parameters, and an answer of many megabytes. */
const MOST_PERIODS = 4_000;

type LeadTimeRow = Awaited<ReturnType<typeof readLeadTimes>>[number];

/** Answers `GET /v1/metrics`. */
@Injectable()
export class MetricsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
  ) {}

  async answer(question: MetricsQuestion): Promise<MetricsAnswer> {
    const window = windowOf(question, this.options.now());
    const periods = periodsOf(window, question.interval, question.timezone);
    if (periods.length > MOST_PERIODS) {
      throw invalidQuery([
        {
          path: 'interval',
          message: `cuts the window into ${periods.length} periods, more than ${MOST_PERIODS}: ask for a longer interval or a shorter window`,
        },
      ]);
    }
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options.production);
    const groups = new Groups(question.groupBy, catalogue, scope, this.options.production);
    const shipped = {
      ...scope,
      ...catalogue.teams(),
      ...catalogue.pathPatterns(),
      groupBy: question.groupBy,
      from: window.start,
      to: window.end,
      starts: periods.map(({ start }) => start),
    };
    const [judged, leadTimes, waiting, places, freshness] = await Promise.all([
      this.judgements.since(window.start, scope),
      readLeadTimes(this.client, shipped),
      readWaiting(this.client, shipped),
      readPlaces(this.client, {}),
      this.freshness(),
    ]);
    const deployments = judged.deployments.filter(
      ({ deployment }) => isIn(window, deployment.finishedAt) && groups.asksFor(deployment),
    );
    const incidents = judged.incidents.filter(
      (incident) => isIn(window, incident.openedAt) && groups.concerns(incident),
    );
    const keys = groups.keys({
      places: places
        .flatMap(({ repositories, ...place }) =>
          (repositories.length > 0 ? repositories : [undefined]).map((repository) => ({
            ...place,
            repository,
          })),
        )
        .filter((place) => scope.environments.includes(place.environment) && groups.asksFor(place)),
      deployments,
      incidents,
      commits: [...leadTimes, ...waiting],
    });
    return {
      definition: { id: question.definition, version: versionOf(question.definition) },
      from: formatInstant(window.start),
      to: formatInstant(window.end),
      timezone: question.timezone,
      interval: question.interval,
      freshness,
      rows: assemble(keys, periods, question.timezone, groups, {
        deployments,
        incidents,
        leadTimes,
        waiting,
      }),
    };
  }

  private async freshness(): Promise<MetricsAnswer['freshness']> {
    const [row] = await readFreshness(this.client, {});
    const lastEventAt = row?.lastEventAt ?? null;
    const storedAt = row?.storedAt ?? null;
    if (lastEventAt === null || storedAt === null) return { lastEventAt: null, lagSeconds: null };
    return {
      lastEventAt: formatInstant(lastEventAt),
      lagSeconds: Math.max(0, storedAt - lastEventAt) / 1000,
    };
  }
}

interface Material {
  readonly deployments: readonly Judged[];
  readonly incidents: readonly Incident[];
  readonly leadTimes: readonly LeadTimeRow[];
  readonly waiting: readonly (WaitingCommits & { readonly group: string })[];
}

function assemble(
  keys: readonly string[],
  periods: readonly Period[],
  timezone: string,
  groups: Groups,
  material: Material,
): MetricsRow[] {
  const deployments = groupBy(material.deployments, ({ deployment }) => groups.keyOf(deployment));
  const leadTimes = new Map(material.leadTimes.map((row) => [`${row.start} ${row.group}`, row]));
  const waiting = groupBy(material.waiting, ({ group }) => group);
  const incidents = groups.incidentsByKey(material.incidents);
  return keys.flatMap((key) =>
    periods.map((period): MetricsRow => {
      const judged = (deployments.get(key) ?? []).filter(({ deployment }) =>
        isIn(period, deployment.finishedAt),
      );
      return {
        group: groups.label(key),
        start: formatInstant(period.start),
        end: formatInstant(period.end),
        deploymentFrequency: deploymentFrequency(judged, period, timezone),
        changeLeadTime: {
          ...leadTime(leadTimes.get(`${period.start} ${key}`)),
          waiting: waitingAtEndOf(period, waiting.get(key) ?? []),
        },
        changeFailRate: changeFailRate(judged),
        recoveryTime: recoveryTime(judged),
        reworkRate: reworkRate(judged),
        timeToRestore: timeToRestore(
          (incidents.get(key) ?? []).filter(({ openedAt }) => isIn(period, openedAt)),
        ),
      };
    }),
  );
}

function leadTime(row: LeadTimeRow | undefined) {
  return {
    commits: row?.commits ?? 0,
    p50: row?.p50 ?? null,
    p75: row?.p75 ?? null,
    p90: row?.p90 ?? null,
    mean: row?.mean ?? null,
    baselineCommits: row?.baselineCommits ?? 0,
    mergeCommits: row?.mergeCommits ?? 0,
  };
}

function isIn({ start, end }: Period, instant: number): boolean {
  return instant >= start && instant < end;
}

function versionOf(definition: string): string {
  return (DEFINITIONS.find(({ id }) => id === definition) ?? DORA).version;
}
