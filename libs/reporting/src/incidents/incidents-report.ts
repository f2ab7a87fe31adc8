import { Inject, Injectable } from '@nestjs/common';
import { type FailureLink, groupBy, incidentKey } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import { type ClickHouseClient, readIncident, readIncidentsPage } from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { formatTime } from '../format-time.js';
import { Judgements } from '../judgements.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope, unsaidEnvironment } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import type { IncidentsQuestion } from './incident-filters.js';

const text = z.string().nullable();
const time = z.iso.datetime().nullable();

/** An incident as `GET /v1/incidents` shows it. */
export const incidentItemSchema = z.object({
  source: z.string(),
  id: z.string(),
  services: z.array(z.string()),
  environment: text,
  severity: text,
  openedAt: z.iso.datetime(),
  acknowledgedAt: time,
  resolvedAt: time,
  causedBy: z
    .object({ deploymentId: z.string() })
    .or(z.object({ sha: z.string() }))
    .or(z.object({ version: z.string() }))
    .nullable(),
  title: text,
  url: text,
  links: z
    .array(
      z.object({
        service: z.string(),
        environment: z.string(),
        deploymentId: z.string(),
        rule: z.string(),
        confidence: z.number(),
      }),
    )
    .describe('The deployments it goes back to, and the rule that says so.'),
});

export type IncidentItem = z.infer<typeof incidentItemSchema>;

type IncidentRow = Awaited<ReturnType<typeof readIncidentsPage>>[number];

const position = z.tuple([z.int(), z.string(), z.string()]);

/** Answers `GET /v1/incidents` and `GET /v1/incidents/{source}/{id}`. */
@Injectable()
export class IncidentsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
    private readonly definitions: Definitions,
  ) {}

  async page(question: IncidentsQuestion): Promise<Page<IncidentItem>> {
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options);
    const ofRepositories = catalogue.entries
      .filter(({ repository }) => scope.repositories.includes(repository ?? ''))
      .map(({ name }) => name);
    const services = scope.everyRepository
      ? scope
      : {
          ...scope,
          everyService: false,
          services: ofRepositories.filter(
            (name) => scope.everyService || scope.services.includes(name),
          ),
        };
    const window = windowOf(question, this.options.now());
    const after = readCursor(question.cursor, position);
    const rows = await readIncidentsPage(this.client, {
      ...services,
      orUnsaid: unsaidEnvironment(scope, this.options.production, []) !== undefined,
      withOpen: question.open ?? true,
      withResolved: !(question.open ?? false),
      from: window.start,
      to: window.end,
      afterOpened: after?.[0] ?? BEHIND_ALL.number,
      afterSource: after?.[1] ?? BEHIND_ALL.text,
      afterId: after?.[2] ?? BEHIND_ALL.text,
      limit: question.limit + 1,
    });
    const links = await this.judgements.linksOf(
      rows,
      scope.environments,
      this.definitions.find(question.definition),
    );
    const linksOf = groupBy(links, ({ incident }) => incident && incidentKey(incident));
    return pageOf(
      rows,
      question.limit,
      (row) => [row.openedAt, row.source, row.id],
      (row) => incidentItem(row, linksOf.get(incidentKey(row)) ?? []),
    );
  }

  /** @throws ProblemError TL_INVALID_QUERY, TL_NOT_FOUND */
  async one(
    { source, id }: { readonly source: string; readonly id: string },
    definitionId: string | undefined,
  ): Promise<IncidentItem> {
    const definition = this.definitions.find(definitionId);
    const [incident] = await readIncident(this.client, { source, id });
    if (incident === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `no incident ${id} of ${source} is known`,
      });
    }
    const environments =
      incident.environment === undefined ? [...this.options.production] : [incident.environment];
    return incidentItem(
      incident,
      await this.judgements.linksOf([incident], environments, definition),
    );
  }
}

function incidentItem(row: IncidentRow, links: readonly FailureLink[]): IncidentItem {
  return {
    source: row.source,
    id: row.id,
    services: row.services,
    environment: row.environment ?? null,
    severity: row.severity ?? null,
    openedAt: formatInstant(row.openedAt),
    acknowledgedAt: formatTime(row.acknowledgedAt),
    resolvedAt: formatTime(row.resolvedAt),
    causedBy: causeItem(row),
    title: row.title ?? null,
    url: row.url ?? null,
    links: links.map(({ deployment, rule, confidence }) => ({
      service: deployment.service,
      environment: deployment.environment,
      deploymentId: deployment.id,
      rule,
      confidence,
    })),
  };
}

function causeItem({ cause }: IncidentRow): IncidentItem['causedBy'] {
  if (cause?.deploymentId !== undefined) return { deploymentId: cause.deploymentId };
  if (cause?.sha !== undefined) return { sha: cause.sha };
  if (cause?.version !== undefined) return { version: cause.version };
  return null;
}
