import { DEFINITIONS, DORA } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { Inject, Injectable } from '@nestjs/common';
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
import { reportScope, unsaidEnvironment } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import { assembleRows, isIn } from './assemble-rows.js';
import { Groups } from './groups.js';
import type { MetricsQuestion } from './metrics-parameters.js';
import type { MetricsAnswer } from './metrics-row.js';
import { periodsAskedFor, requireReadable } from './size-limits.js';

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
    const periods = periodsAskedFor(window, question);
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options.production);
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
    const groups = new Groups(
      question.groupBy,
      catalogue,
      scope,
      unsaidEnvironment(
        scope,
        this.options.production,
        places.map(({ environment }) => environment),
      ),
    );
    const deployments = judged.deployments.filter(
      ({ deployment }) => isIn(window, deployment.finishedAt) && groups.asksFor(deployment),
    );
    const incidents = judged.incidents.filter(
      (incident) => isIn(window, incident.openedAt) && groups.concerns(incident),
    );
    const keys = groups.keys({
      places: places
        .flatMap(({ repositories, ...place }) =>
          repositories.map((repository) => ({ ...place, repository })),
        )
        .filter((place) => scope.environments.includes(place.environment) && groups.asksFor(place)),
      deployments,
      incidents,
      commits: [...leadTimes, ...waiting],
    });
    requireReadable(keys.length, periods.length);
    return {
      definition: { id: question.definition, version: versionOf(question.definition) },
      from: formatInstant(window.start),
      to: formatInstant(window.end),
      timezone: question.timezone,
      interval: question.interval,
      freshness,
      rows: assembleRows(keys, periods, question.timezone, groups, {
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

function versionOf(definition: string): string {
  return (DEFINITIONS.find(({ id }) => id === definition) ?? DORA).version;
}
