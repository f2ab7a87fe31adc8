import { Inject, Injectable } from '@nestjs/common';
import { changeStages, type Definition, devlakeStages } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { type ClickHouseClient, readChangesPage, readPlaces } from '@throughline/store';
import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { formatTime } from '../format-time.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope, type ReportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';

const duration = z.number().nullable();
const moment = z.iso.datetime().nullable();

/** A merged change as `GET /v1/changes` shows it. */
export const changeItemSchema = z.object({
  repository: z.string(),
  number: z.int(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  firstCommitAt: moment,
  openedAt: z.iso.datetime(),
  firstReviewAt: moment,
  mergedAt: z.iso.datetime(),
  deploymentStartedAt: moment,
  deploymentFinishedAt: moment,
  deployment: z
    .object({ service: z.string(), environment: z.string(), id: z.string() })
    .nullable()
    .describe('The first to ship it; null while none has.'),
  stages: z
    .object({
      coding: duration,
      pickup: duration,
      review: duration,
      waiting: duration,
      deploying: duration,
      total: duration,
    })
    .describe('Seconds in each stage, null where it cannot be known.')
    .or(
      z
        .object({
          coding: duration,
          pickup: duration,
          review: duration,
          deploy: duration,
          cycle: z.number(),
        })
        .describe('Under `devlake`: that tool’s own stages, in whole minutes.'),
    ),
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
    private readonly definitions: Definitions,
  ) {}

  async page(question: ListQuestion): Promise<Page<ChangeItem>> {
    const definition = this.definitions.find(question.definition);
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options);
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
      (row) => changeItem(row, definition),
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

function changeItem(row: ChangeRow, definition: Definition): ChangeItem {
  const moments = {
    ...row,
    deploymentStartedAt: row.startedAt,
    deploymentFinishedAt: row.shippedAt,
  };
  const { leadTime } = definition;
  const isDevlake = leadTime.of === 'changes' && leadTime.from === 'devlake_cycle';
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
    firstCommitAt: formatTime(row.firstCommitAt),
    openedAt: formatInstant(row.openedAt),
    firstReviewAt: formatTime(row.firstReviewAt),
    mergedAt: formatInstant(row.mergedAt),
    deploymentStartedAt: formatTime(row.startedAt),
    deploymentFinishedAt: formatTime(row.shippedAt),
    deployment: shipped,
    stages: isDevlake ? devlakeStages(moments) : changeStages(moments),
  };
}
