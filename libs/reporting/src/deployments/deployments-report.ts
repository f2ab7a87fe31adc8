import { Inject, Injectable } from '@nestjs/common';
import { deploymentKey, type FailureReason, type Judged } from '@throughline/dora';
import {
  type ClickHouseClient,
  inChunks,
  readBaselines,
  readDeploymentsPage,
  readShippedBy,
} from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { formatTime } from '../format-time.js';
import { Judgements } from '../judgements.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import type { DeploymentItem } from './deployment-item.js';

type DeploymentRow = Awaited<ReturnType<typeof readDeploymentsPage>>[number];
type ShippedRow = Awaited<ReturnType<typeof readShippedBy>>[number];

const position = z.tuple([z.int(), z.string(), z.string(), z.string()]);

/** Answers `GET /v1/deployments`. */
@Injectable()
export class DeploymentsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
  ) {}

  async page(question: ListQuestion): Promise<Page<DeploymentItem>> {
    const catalogue = await this.catalogue.read();
    const scope = reportScope(question, catalogue, this.options.production);
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
    const itemOf = await this.describe(rows, catalogue);
    return pageOf(
      rows,
      question.limit,
      (row) => [row.happenedAt, row.service, row.environment, row.id],
      itemOf,
    );
  }

  private async describe(
    rows: readonly DeploymentRow[],
    catalogue: Catalogue,
  ): Promise<(row: DeploymentRow) => DeploymentItem> {
    const scope = {
      environments: [...new Set(rows.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(rows.map(({ service }) => service))],
    };
    const [judgement, shipped, baselines] = await Promise.all([
      this.judgements.of(rows),
      inChunks([...new Set(rows.map(({ id }) => id))], (ids) =>
        readShippedBy(this.client, { ...scope, ...catalogue.pathPatterns(), ids }),
      ),
      readBaselines(this.client, scope),
    ]);
    const judged = new Map(
      judgement.deployments.map((one) => [deploymentKey(one.deployment), one]),
    );
    const shippedBy = new Map(shipped.map((row) => [deploymentKey(row), row]));
    const baseline = new Set(baselines.map((row) => deploymentKey({ ...row, id: row.baseline })));
    return (row) =>
      deploymentItem(row, {
        judged: judged.get(deploymentKey(row)),
        shipped: shippedBy.get(deploymentKey(row)),
        baseline: baseline.has(deploymentKey(row)),
      });
  }
}

interface Known {
  readonly judged: Judged | undefined;
  readonly shipped: ShippedRow | undefined;
  readonly baseline: boolean;
}

function deploymentItem(row: DeploymentRow, { judged, shipped, baseline }: Known): DeploymentItem {
  return {
    id: row.id,
    service: row.service,
    environment: row.environment,
    repository: row.repository ?? null,
    sha: row.sha ?? null,
    version: row.version ?? null,
    status: row.status,
    kind: row.kind,
    startedAt: formatTime(row.startedAt),
    finishedAt: formatTime(row.finishedAt),
    baseline,
    commits: shipped?.commits ?? 0,
    mergeCommits: shipped?.mergeCommits ?? 0,
    leadTime: {
      p50: shipped?.p50 ?? null,
      p75: shipped?.p75 ?? null,
      p90: shipped?.p90 ?? null,
      mean: shipped?.mean ?? null,
      sum: shipped?.sum ?? null,
    },
    failed: judged?.failed ?? null,
    failureReasons: (judged?.failureReasons ?? []).map(reasonItem),
    rework: judged?.rework ?? null,
    recoveredAt: formatTime(judged?.recoveredAt),
    url: row.url ?? null,
  };
}

function reasonItem({ rule, incident, fix, confidence }: FailureReason) {
  return {
    rule,
    ...(incident === undefined ? {} : { incidentId: incident.id }),
    ...(fix === undefined ? {} : { deploymentId: fix.id }),
    confidence,
  };
}
