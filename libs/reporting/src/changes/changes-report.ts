import { Inject, Injectable } from '@nestjs/common';
import { changeStages } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { type ClickHouseClient, readChangesPage, readPlaces } from '@throughline/store';
import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope, type ReportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';

const seconds = z.number().nullable();

/** A merged change as `GET /v1/changes` shows it. */
export const changeItemSchema = z.object({
  repository: z.string(),
  number: z.int(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  openedAt: z.iso.datetime(),
  mergedAt: z.iso.datetime(),
  deployment: z
    .object({ service: z.string(), environment: z.string(), id: z.string() })
    .nullable()
    .describe('The first to ship it; null while none has.'),
  stages: z
    .object({
      coding: seconds,
      pickup: seconds,
      review: seconds,
      waiting: seconds,
      deploying: seconds,
      total: seconds,
    })
    .describe('Seconds in each stage, null where it cannot be known.'),
});

export type ChangeItem = z.infer<typeof changeItemSchema>;

type ChangeRow = Awaited<ReturnType<typeof readChangesPage>>[number];

const position = z.tuple([z.int(), z.string(), z.int()]);

/** Answers `GET /v1/changes`. */
@Injectable()
export class ChangesReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
  ) {}

  async page(question: ListQuestion): Promise<Page<ChangeItem>> {
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options.production);
    const window = windowOf(question, this.options.now());
    const after = readCursor(question.cursor, position);
    const rows = await readChangesPage(this.client, {
      ...scope,
      ...catalogue.pathPatterns(),
      ...(await this.repositoriesOf(scope, catalogue)),
      from: window.start,
      to: window.end,
      afterMerged: after?.[0] ?? BEHIND_ALL.number,
      afterRepository: after?.[1] ?? BEHIND_ALL.text,
      afterNumber: after?.[2] ?? BEHIND_ALL.number,
      limit: question.limit + 1,
    });
    return pageOf(
      rows,
      question.limit,
      (row) => [row.mergedAt, row.repository, row.number],
      changeItem,
    );
  }

  /** A change names no service: those of a service are those of the repositories it comes from. */
  private async repositoriesOf(
    { everyService, services, everyRepository, repositories }: ReportScope,
    catalogue: Catalogue,
  ) {
    if (everyService) return { everyRepository, repositories };
    const places = await readPlaces(this.client, {});
    const ofServices = new Set([
      ...services.map((service) => catalogue.find(service)?.repository),
      ...places
        .filter(({ service }) => services.includes(service))
        .flatMap((place) => place.repositories),
    ]);
    const asked = [...ofServices].filter((name) => name !== undefined);
    return {
      everyRepository: false,
      repositories: asked.filter((name) => everyRepository || repositories.includes(name)),
    };
  }
}

function changeItem(row: ChangeRow): ChangeItem {
  const { service, environment, deploymentId } = row;
  const shipped =
    service !== undefined && environment !== undefined && deploymentId !== undefined
      ? { service, environment, id: deploymentId }
      : null;
  return {
    repository: row.repository,
    number: row.number,
    title: row.title ?? null,
    url: row.url ?? null,
    openedAt: formatInstant(row.openedAt),
    mergedAt: formatInstant(row.mergedAt),
    deployment: shipped,
    stages: changeStages({
      ...row,
      deploymentStartedAt: row.startedAt,
      deploymentFinishedAt: row.shippedAt,
    }),
  };
}
