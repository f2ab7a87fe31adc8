import { Inject, Injectable } from '@nestjs/common';
import { type ClickHouseClient, readDeploymentsPage } from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { Judgements } from '../judgements.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import type { DeploymentItem } from './deployment-item.js';
import { DeploymentItems } from './deployment-items.js';

const position = z.tuple([z.int(), z.string(), z.string(), z.string()]);

/** Answers `GET /v1/deployments`. */
@Injectable()
export class DeploymentsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
    private readonly definitions: Definitions,
    private readonly items: DeploymentItems,
  ) {}

  async page(question: ListQuestion): Promise<Page<DeploymentItem>> {
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options);
    const window = windowOf(question, this.options.now());
    const after = readCursor(question.cursor, position);
    const rows = await readDeploymentsPage(this.client, {
      ...scope,
      servicesOfRepositories: catalogue.entries
        .filter(({ repository }) => scope.repositories.includes(repository ?? ''))
        .map(({ name }) => name),
      from: window.start,
      to: window.end,
      afterHappened: after?.[0] ?? BEHIND_ALL.number,
      afterService: after?.[1] ?? BEHIND_ALL.text,
      afterEnvironment: after?.[2] ?? BEHIND_ALL.text,
      afterId: after?.[3] ?? BEHIND_ALL.text,
      limit: question.limit + 1,
    });
    const judgement = await this.judgements.of(rows, this.definitions.find(question.definition));
    return pageOf(
      rows,
      question.limit,
      (row) => [row.happenedAt, row.service, row.environment, row.id],
      await this.items.describe(rows, judgement),
    );
  }
}
