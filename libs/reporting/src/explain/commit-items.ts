import { Inject, Injectable } from '@nestjs/common';
import {
  type Definition,
  ENTRY_RULES,
  type EntryRule,
  localDate,
  type Period,
  timedSeconds,
} from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import {
  type ClickHouseClient,
  readExplainedJourneys,
  readExplainedShipments,
} from '@throughline/store';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { clockOf } from '../metrics/journeys.js';
import type { Grouping } from '../metrics/metrics-parameters.js';
import { BEHIND_ALL } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope } from '../scope/report-scope.js';
import type { ScopeInput } from '../scope/scope-parameters.js';
import type { ExplainItem, PlacedItem } from './explain-item.js';

const MILLISECONDS = 1000;

/** Which page of a row's commits is asked for. */
export interface CommitPage extends ScopeInput {
  readonly definition: Definition;
  readonly period: Period;
  readonly timezone: string;
  readonly groupBy: Grouping;
  readonly key: string;
  readonly after: { readonly at: number; readonly key: string } | undefined;
  readonly limit: number;
  /** Until when what is open is known to be open. */
  readonly asOf: Instant;
  /** Of what was shipped in the row only what is this to lead time. */
  readonly rules: readonly ShippedRule[];
}

/** What a commit that was shipped can be to lead time. */
export const SHIPPED_RULES = ['shipped', 'merge', 'baseline'] as const;

export type ShippedRule = (typeof SHIPPED_RULES)[number];

/** The two last stages, which are all that a commit without a change has. */
export type DirectStage = 'waiting' | 'deploying' | 'none';

type Commit = Pick<
  Awaited<ReturnType<typeof readExplainedJourneys>>[number],
  'repository' | 'sha' | 'service' | 'environment' | 'deploymentId' | 'key' | 'at'
>;

/** The commits that a row looked at, as items, page by page. */
@Injectable()
export class CommitItems {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
  ) {}

  async shipped(page: CommitPage): Promise<PlacedItem[]> {
    const rows = await readExplainedShipments(this.client, {
      ...(await this.asked(page)),
      directOnly: false,
      rules: [...page.rules],
    });
    return rows.map((row) => {
      if (row.rule !== 'shipped') return placed(row, page, row.rule, { counts: false });
      const { leadTime } = page.definition;
      const seconds =
        leadTime.of === 'commits' ? timedSeconds(row.lead / MILLISECONDS, leadTime) : undefined;
      return seconds === undefined
        ? placed(row, page, 'no_minute', { counts: false })
        : placed(row, page, 'shipped', { counts: true, seconds });
    });
  }

  async direct(page: CommitPage, stage: DirectStage): Promise<PlacedItem[]> {
    const rows = await readExplainedShipments(this.client, {
      ...(await this.asked(page)),
      directOnly: true,
      rules: [...SHIPPED_RULES],
    });
    return rows.map((row) => {
      if (stage === 'none') return placed(row, page, 'shipped', { counts: true });
      const milliseconds = stage === 'waiting' ? row.waited : row.deployed;
      if (milliseconds === null || milliseconds < 0) {
        return placed(row, page, 'stage_unknown', { counts: false });
      }
      return placed(row, page, 'shipped', { counts: true, seconds: milliseconds / MILLISECONDS });
    });
  }

  async waiting(page: CommitPage): Promise<PlacedItem[]> {
    const rows = await readExplainedJourneys(this.client, {
      ...(await this.asked(page)),
      waiting: true,
    });
    return rows.map((row) => placed(row, page, 'waiting', { counts: true }));
  }

  async begun(page: CommitPage): Promise<PlacedItem[]> {
    const rows = await readExplainedJourneys(this.client, {
      ...(await this.asked(page)),
      waiting: false,
    });
    return rows.map((row) => {
      const ended = row.lead !== null;
      const seconds = (row.lead ?? Math.max(0, page.asOf - row.at)) / MILLISECONDS;
      const { item, ...place } = placed(row, page, ended ? 'shipped' : 'waiting', {
        counts: true,
        seconds,
      });
      return { ...place, item: { ...item, numerator: ended, ended } };
    });
  }

  private async asked({ definition, period, groupBy, key, after, limit, ...filters }: CommitPage) {
    const catalogue = await this.catalogue.read();
    return {
      ...reportScope(filters, catalogue, this.options),
      ...catalogue.pathPatterns(),
      ...clockOf(definition),
      groupBy,
      group: key,
      from: period.start,
      to: period.end,
      afterAt: after?.at ?? BEHIND_ALL.number,
      afterKey: after?.key ?? BEHIND_ALL.text,
      limit,
    };
  }
}

function placed(
  row: Commit,
  { timezone }: CommitPage,
  rule: EntryRule,
  { counts, seconds }: { readonly counts: boolean; readonly seconds?: number },
): PlacedItem {
  const at: Instant = row.at;
  const item: ExplainItem = {
    type: 'commit',
    numerator: counts,
    denominator: counts,
    rule,
    because: ENTRY_RULES[rule],
    seconds: seconds ?? null,
    ended: null,
    at: formatInstant(at),
    date: localDate(at, timezone),
    service: row.service,
    environment: row.environment,
    repository: row.repository,
    source: null,
    id: row.sha,
    deploymentId: row.deploymentId === '' ? null : row.deploymentId,
    reasons: [],
  };
  return { item, at, key: row.key };
}
