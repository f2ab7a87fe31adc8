import { Inject, Injectable } from '@nestjs/common';
import { compareText, deploymentKey, type Judged, isIn } from '@throughline/dora';
import { invalidQuery } from '@throughline/service-kit';
import { type ClickHouseClient, inChunks, readBaselineDeployments } from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { Judgements } from '../judgements.js';
import { Groups } from '../metrics/groups.js';
import { type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import type { DeploymentFilters, DeploymentsQuestion } from './deployment-filters.js';
import type { DeploymentItem } from './deployment-item.js';
import { DeploymentItems } from './deployment-items.js';
import { type DeploymentPosition, deploymentPosition } from './deployment-position.js';

/**
 * Answers `GET /v1/deployments` where it asks for what became of them. The whole window is judged
 * first, and pages are cut from what is left: the store cannot judge, and a page that was filtered
 * after it was read would be short or empty.
 */
@Injectable()
export class JudgedDeployments {
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
    const asked = new Groups('none', catalogue, scope, undefined);
    const wanted = outcomeFilter(question);
    const definition = this.definitions.find(question.definition);
    const judgement = await this.judgements.since(window.start, scope, definition);
    const found = judgement.deployments
      .filter(
        (judged) =>
          wanted(judged) &&
          isIn(window, judged.deployment.finishedAt) &&
          scope.environments.includes(judged.deployment.environment) &&
          asked.asksFor(judged.deployment, judged.deployment.finishedAt) &&
          (after === undefined || newestFirst(positionOf(judged), after) > 0),
      )
      .sort((a, b) => newestFirst(positionOf(a), positionOf(b)))
      .slice(0, question.limit + 1);
    const isBaseline = await this.baselinesAmong(found);
    const described = found.map(({ deployment }) => ({
      ...deployment,
      baseline: isBaseline.has(deploymentKey(deployment)),
    }));
    return pageOf(
      described,
      question.limit,
      (deployment) => positionOf({ deployment }),
      await this.items.describe(described, judgement, catalogue),
    );
  }

  private async baselinesAmong(found: readonly Judged[]): Promise<ReadonlySet<string>> {
    const deployments = found.map(({ deployment }) => deployment);
    const scope = {
      environments: [...new Set(deployments.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(deployments.map(({ service }) => service))],
    };
    const rows = await inChunks([...new Set(deployments.map(({ id }) => id))], (ids) =>
      readBaselineDeployments(this.client, { ...scope, ids }),
    );
    return new Set(rows.map(deploymentKey));
  }
}

/** @throws ProblemError TL_INVALID_QUERY */
function outcomeFilter({
  status,
  kind,
  failed,
  recovered,
}: DeploymentFilters): (judged: Judged) => boolean {
  if (failed === false && recovered !== undefined) {
    throw invalidQuery([
      { path: 'recovered', message: 'is asked of failed deployments only: leave out failed=false' },
    ]);
  }
  const hasToBeFailed = recovered === undefined ? failed : true;
  return (judged) =>
    judged.failed === hasToBeFailed &&
    (recovered === undefined || (judged.recoveredAt !== undefined) === recovered) &&
    (status?.includes(judged.deployment.status) ?? true) &&
    (kind?.includes(judged.deployment.kind) ?? true);
}

function positionOf({ deployment }: Pick<Judged, 'deployment'>): DeploymentPosition {
  const { finishedAt, service, environment, id } = deployment;
  return [finishedAt, service, environment, id];
}

/** As the store orders them. */
function newestFirst(a: DeploymentPosition, b: DeploymentPosition): number {
  return (
    b[0] - a[0] || compareText(b[1], a[1]) || compareText(b[2], a[2]) || compareText(b[3], a[3])
  );
}
