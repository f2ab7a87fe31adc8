import { Inject, Injectable } from '@nestjs/common';
import { DORA, ENTRY_RULES, localDate } from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import { invalidQuery, ProblemError } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readCommitsOf,
  readDeployment,
  readShippedBy,
} from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { COMMIT_CLOCK } from '../deployments/commit-clock.js';
import { BEHIND_ALL, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import type { ExplainAnswer, ExplainItem } from './explain-item.js';
import type { ExplainQuestion } from './explain-parameters.js';

const position = z.tuple([z.int(), z.string(), z.string()]);

const PREFIX = 'deployment.';

/** The numbers of an item of `GET /v1/deployments`, and how each comes from its commits. */
const FORMULAS: Readonly<Record<string, string>> = {
  commits: 'the number of items above the line',
  mergeCommits: 'the number of items above the line',
  'leadTime.p50':
    'the value at index floor(0.5·n) of the sorted seconds of the n items above the line',
  'leadTime.p75':
    'the value at index floor(0.75·n) of the sorted seconds of the n items above the line',
  'leadTime.p90':
    'the value at index floor(0.9·n) of the sorted seconds of the n items above the line',
  'leadTime.mean': 'the sum of the seconds of the items above the line / their number',
  'leadTime.sum': 'the sum of the seconds of the items above the line',
};

/** As `GET /v1/explain` takes them. */
export const DEPLOYMENT_NUMBERS: readonly string[] = Object.keys(FORMULAS).map(
  (name) => `${PREFIX}${name}`,
);

type Shipped = Awaited<ReturnType<typeof readShippedBy>>[number];

/** Explains the numbers of one deployment by the commits that it was the first to ship. */
@Injectable()
export class DeploymentNumbers {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
  ) {}

  /** @throws ProblemError TL_INVALID_QUERY, TL_NOT_FOUND */
  async answer(question: ExplainQuestion): Promise<ExplainAnswer> {
    const { timezone, limit, metric } = question;
    const address = addressOf(question);
    const { service, environment, id } = address;
    const [deployment] = await readDeployment(this.client, address);
    if (deployment === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `no deployment ${id} of ${service} in ${environment} is known`,
      });
    }
    const after = readCursor(question.cursor, position);
    const catalogue = await this.catalogue.read();
    const asked = {
      environments: [environment],
      everyService: false,
      services: [service],
      ...catalogue.pathPatterns(),
      ...COMMIT_CLOCK,
    };
    const [[shipped], rows] = await Promise.all([
      readShippedBy(this.client, { ...asked, ids: [id] }),
      readCommitsOf(this.client, {
        ...asked,
        id,
        afterAuthored: after?.[0] ?? BEHIND_ALL.number,
        afterSha: after?.[1] ?? BEHIND_ALL.text,
        afterRepository: after?.[2] ?? BEHIND_ALL.text,
        limit: limit + 1,
      }),
    ]);
    const name = metric.slice(PREFIX.length);
    const counts = (merge: boolean) => name === 'commits' || merge === (name === 'mergeCommits');
    const { items, nextCursor } = pageOf(
      rows,
      limit,
      (row) => [row.authoredAt, row.sha, row.repository],
      (row): ExplainItem => ({
        ...commitItem(row, timezone),
        numerator: counts(row.merge),
        service,
        environment,
        deploymentId: id,
      }),
    );
    const commits = shipped?.commits ?? 0;
    const merges = shipped?.mergeCommits ?? 0;
    const at = formatInstant(deployment.finishedAt ?? deployment.startedAt ?? 0);
    return {
      metric,
      value: valueOf(name, shipped),
      formula: FORMULAS[name] ?? '',
      quantile: 'index',
      aggregate: 'all',
      numerator: (counts(true) ? merges : 0) + (counts(false) ? commits - merges : 0),
      denominator: commits,
      days: null,
      says: DORA.metrics['changeLeadTime'] ?? '',
      definition: { id: DORA.id, version: DORA.version },
      group: { service, environment },
      from: at,
      to: at,
      timezone,
      asOf: formatInstant(this.options.now()),
      items: [...items],
      nextCursor,
    };
  }
}

function commitItem(
  {
    repository,
    sha,
    authoredAt,
    merge,
    leadSeconds,
  }: {
    readonly repository: string;
    readonly sha: string;
    readonly authoredAt: Instant;
    readonly merge: boolean;
    readonly leadSeconds: number;
  },
  timezone: string,
) {
  const rule = merge ? 'merge' : 'shipped';
  return {
    type: 'commit' as const,
    denominator: true,
    rule,
    because: ENTRY_RULES[rule],
    seconds: merge ? null : leadSeconds,
    ended: true,
    at: formatInstant(authoredAt),
    date: localDate(authoredAt, timezone),
    repository,
    source: null,
    id: sha,
    reasons: [],
  };
}

function valueOf(name: string, shipped: Shipped | undefined): number | null {
  if (name === 'commits') return shipped?.commits ?? 0;
  if (name === 'mergeCommits') return shipped?.mergeCommits ?? 0;
  const [, quantity] = name.split('.');
  return shipped?.[quantity as 'p50' | 'p75' | 'p90' | 'mean' | 'sum'] ?? null;
}

/** @throws ProblemError TL_INVALID_QUERY */
function addressOf({ service, environment, deployment }: ExplainQuestion) {
  const missing = Object.entries({ service, environment, deployment })
    .filter(([, value]) => value === undefined)
    .map(([path]) => ({ path, message: 'is missing: a number of a deployment needs it' }));
  if (missing.length > 0) throw invalidQuery(missing);
  return {
    service: service?.[0] ?? '',
    environment: environment?.[0] ?? '',
    id: deployment ?? '',
  };
}
