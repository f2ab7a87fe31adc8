import { Inject, Injectable } from '@nestjs/common';
import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { type ClickHouseClient, readDeploymentsPage } from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { Judgements } from '../judgements.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import type { DeploymentsQuestion } from './deployment-filters.js';
import type { DeploymentItem } from './deployment-item.js';
import { DeploymentItems } from './deployment-items.js';
import { deploymentPosition } from './deployment-position.js';

/** Answers `GET /v1/deployments` where it asks for nothing that has to be judged first. */
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

  async page(question: DeploymentsQuestion): Promise<Page<DeploymentItem>> {
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options);
    const window = windowOf(question, this.options.now());
    const after = readCursor(question.cursor, deploymentPosition);
    const rows = await readDeploymentsPage(this.client, {
      ...scope,
      servicesOfRepositories: catalogue.entries
        .filter(({ repository }) => scope.repositories.includes(repository ?? ''))
        .map(({ name }) => name),
      statuses: [...(question.status ?? DEPLOYMENT_STATUSES)],
      kinds: [...(question.kind ?? DEPLOYMENT_KINDS)],
      from: window.start,
      to: window.end,
      afterHappened: after?.[0] ?? BEHIND_ALL.number,
      afterService: after?.[1] ?? BEHIND_ALL.text,
      afterEnvironment: after?.[2] ?? BEHIND_ALL.text,
      afterId: after?.[3] ?? BEHIND_ALL.text,
      limit: question.limit + 1,
    });
    const judging = this.judgements.of(rows, this.definitions.find(question.definition));
    return pageOf(
      rows,
      question.limit,
      (row) => [row.happenedAt, row.service, row.environment, row.id],
      await this.items.describe(rows, judging, catalogue),
    );
  }
}
