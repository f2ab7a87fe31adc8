import { Inject, Injectable } from '@nestjs/common';
import { type Definition, deploymentKey, type FailureLink, type Judged } from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import {
  type ClickHouseClient,
  inChunks,
  readDeploymentsPage,
  readShippedBy,
} from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { Definitions } from '../definitions/definitions.js';
import { formatTime } from '../format-time.js';
import { Judgements } from '../judgements.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import { COMMIT_CLOCK } from './commit-clock.js';
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
    private readonly definitions: Definitions,
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
    const itemOf = await this.describe(rows, catalogue, this.definitions.find(question.definition));
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
    definition: Definition,
  ): Promise<(row: DeploymentRow) => DeploymentItem> {
    const scope = {
      environments: [...new Set(rows.map(({ environment }) => environment))],
      everyService: false,
      services: [...new Set(rows.map(({ service }) => service))],
    };
    const [judgement, shipped] = await Promise.all([
      this.judgements.of(rows, definition),
      inChunks([...new Set(rows.map(({ id }) => id))], (ids) =>
        readShippedBy(this.client, {
          ...scope,
          ...catalogue.pathPatterns(),
          ...COMMIT_CLOCK,
          ids,
        }),
      ),
    ]);
    const judged = new Map(
      judgement.deployments.map((one) => [deploymentKey(one.deployment), one]),
    );
    const shippedBy = new Map(shipped.map((row) => [deploymentKey(row), row]));
    return (row) =>
      deploymentItem(row, {
        judged: judged.get(deploymentKey(row)),
        shipped: shippedBy.get(deploymentKey(row)),
      });
  }
}

interface Known {
  readonly judged: Judged | undefined;
  readonly shipped: ShippedRow | undefined;
}

function deploymentItem(row: DeploymentRow, { judged, shipped }: Known): DeploymentItem {
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
    baseline: row.baseline,
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
    doubted: (judged?.doubted ?? []).map(reasonItem),
    verdict: verdictItem(judged),
    rework: judged?.rework ?? null,
    recoveredAt: formatTime(judged?.recoveredAt),
    url: row.url ?? null,
  };
}

/** A person's word on it, as it stands. */
function verdictItem(judged: Judged | undefined): DeploymentItem['verdict'] {
  if (judged?.verdict === undefined) return null;
  const { failed, by, reason, at } = judged.verdict;
  return { failed, by, reason, at: formatInstant(at) };
}

function reasonItem({ rule, incident, remedy, confidence }: FailureLink) {
  return {
    rule,
    ...(incident === undefined ? {} : { incidentId: incident.id }),
    ...(remedy === undefined ? {} : { deploymentId: remedy.id }),
    confidence,
  };
}
