import { Injectable, Inject } from '@nestjs/common';
import {
  type Aggregate,
  compareText,
  daysIn,
  FAILURE_RULES,
  type Definition,
  METRIC_NAMES,
  type MetricName,
  type Period,
  STAGES,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { invalidQuery, ProblemError } from '@throughline/service-kit';
import { z } from 'zod';
import { Definitions } from '../definitions/definitions.js';
import type { ComputedRow } from '../metrics/assemble-rows.js';
import { NO_GROUP } from '../metrics/groups.js';
import { METRIC_NUMBERS } from '../metrics/metrics-csv.js';
import { RowSource, type Rows, type RowsQuestion } from '../metrics/row-source.js';
import { readCursor, pageOf } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions } from '../reporting-options.js';
import { windowOf } from '../scope/window-parameters.js';
import { AccountItems } from './account-items.js';
import { CommitItems, type CommitPage, SHIPPED_RULES, type ShippedRule } from './commit-items.js';
import { DEPLOYMENT_NUMBERS } from './deployment-numbers.js';
import type { ExplainAnswer, ExplainItem, PlacedItem } from './explain-item.js';
import type { ExplainQuestion } from './explain-parameters.js';
import { type Account, type ExplainedNumber, explainedNumber } from './explained-numbers.js';
import { totalsOf } from './totals.js';

/** What is about the ways of commits and changes; the rest is about what became of deployments. */
const JOURNEYS: ReadonlySet<Account> = new Set([
  'shipped',
  'waiting',
  'begun',
  'stages',
  'direct',
  'stage',
]);

const OF_JOURNEYS: ReadonlySet<MetricName> = new Set(['changeLeadTime', 'leadTimeStages']);

const position = z.tuple([z.int(), z.string()]);

/** Answers `GET /v1/explain`: a number of a row, and every thing that it was made of or left out. */
@Injectable()
export class ExplainReport {
  constructor(
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly definitions: Definitions,
    private readonly source: RowSource,
    private readonly commits: CommitItems,
  ) {}

  async answer(question: ExplainQuestion): Promise<ExplainAnswer> {
    const number = findNumber(question.metric);
    const definition = this.definitions.find(question.definition);
    const period = windowOf(question, this.options.now());
    requireGroup(question);
    const { found, row } = await this.findRow(question, number, {
      ...question,
      definition,
      periods: [period],
    });
    const cursor = readCursor(question.cursor, position);
    const after = cursor && { at: cursor[0], key: cursor[1] };
    const all = itemsInMemory(number, question.metric, new AccountItems(found, row.key, period));
    const listed = all.map(({ item, ...place }) => ({ ...place, item: marked(item, number) }));
    const shown = question.show === 'all' ? listed : listed.filter(({ item }) => isCounted(item));
    const page: CommitPage = {
      ...question,
      definition,
      period,
      key: row.key,
      after,
      limit: question.limit + 1,
      asOf: found.question.asOf,
      rules: rulesShown(question, number),
    };
    const commits = await this.commitsOf(number, question.metric, page);
    const rows = [...shown.filter((one) => isAfter(one, after)), ...commits].sort(newestFirst);
    const { items, nextCursor } = pageOf(
      rows,
      question.limit,
      ({ at, key }) => [at, key],
      ({ item }) => marked(item, number),
    );
    return {
      ...this.frame(question, number, definition, period, found, row),
      ...totalsOf(
        number,
        question.metric,
        row.numbers,
        listed.map(({ item }) => item),
      ),
      items: question.show === 'all' ? [...items] : items.filter(isCounted),
      nextCursor,
    };
  }

  /** The row, and what its number is made of. @throws ProblemError TL_NOT_FOUND */
  private async findRow(
    { groupBy, group = NO_GROUP }: ExplainQuestion,
    { account }: ExplainedNumber,
    asked: RowsQuestion,
  ): Promise<{ readonly found: Rows; readonly row: ComputedRow }> {
    // A group may have its row from things that this number does not look at.
    const related = METRIC_NAMES.filter((name) => OF_JOURNEYS.has(name) === JOURNEYS.has(account));
    for (const metrics of [related, METRIC_NAMES]) {
      const found = await this.source.read({ ...asked, metrics });
      const row = found.rows.find(({ key }) => key === group);
      if (row !== undefined) return { found, row };
    }
    throw new ProblemError('TL_NOT_FOUND', {
      detail: `there is no row of the ${groupBy} ${group}`,
    });
  }

  private frame(
    { metric, timezone }: ExplainQuestion,
    { formula }: ExplainedNumber,
    definition: Definition,
    period: Period,
    { groups, question }: Rows,
    row: ComputedRow,
  ) {
    const [metricName = ''] = metric.split('.');
    const { leadTime, restore } = definition;
    const isSpread = /^\w+\.(p50|p75|p90|mean)$/.test(metric);
    const aggregates: Readonly<Record<string, Aggregate>> = {
      timeToRestore: restore.aggregate,
      changeLeadTime: leadTime.of === 'changes' ? leadTime.aggregate : 'all',
    };
    const aggregate = (isSpread && aggregates[metricName]) || 'all';
    return {
      metric,
      value: valueAt(row.numbers, metric),
      formula,
      quantile: definition.quantile,
      aggregate,
      days: daysIn(period, timezone),
      says: definition.metrics[metricName] ?? '',
      definition: { id: definition.id, version: definition.version },
      group: groups.label(row.key),
      from: formatInstant(period.start),
      to: formatInstant(period.end),
      timezone,
      asOf: formatInstant(question.asOf),
    };
  }

  /** What the store must be asked for page by page: a row may hold very many commits. */
  private async commitsOf(
    { account }: ExplainedNumber,
    metric: string,
    page: CommitPage,
  ): Promise<PlacedItem[]> {
    const timesCommits = page.definition.leadTime.of === 'commits';
    switch (account) {
      case 'shipped':
        return timesCommits ? this.commits.shipped(page) : [];
      case 'waiting':
        return timesCommits ? this.commits.waiting(page) : [];
      case 'begun':
        return timesCommits ? this.commits.begun(page) : [];
      case 'direct':
        return this.commits.direct(page, 'none');
      case 'stage': {
        const stage = stageOf(metric);
        const isLast = stage === 'waiting' || stage === 'deploying';
        return isLast ? this.commits.direct(page, stage) : [];
      }
      default:
        return [];
    }
  }
}

function itemsInMemory(
  { account }: ExplainedNumber,
  metric: string,
  items: AccountItems,
): PlacedItem[] {
  switch (account) {
    case 'shipped':
    case 'waiting':
    case 'begun':
      return items.changes(account);
    case 'stages':
      return items.stages(undefined);
    case 'stage':
      return items.stages(stageOf(metric));
    case 'direct':
      return [];
    default:
      return items[account]();
  }
}

function stageOf(metric: string): (typeof STAGES)[number] | undefined {
  const [, name] = metric.split('.');
  return STAGES.find((stage) => stage === name);
}

/** An item as a number counts it, where that differs from how its metric does. */
function marked(item: ExplainItem, { above }: ExplainedNumber): ExplainItem {
  if (above === undefined) return item;
  if (above === 'timed') {
    return item.seconds === null ? { ...item, numerator: false, denominator: false } : item;
  }
  if (above === 'denominator') return { ...item, numerator: item.denominator };
  if (above === 'inferred') {
    const inferred =
      item.numerator &&
      item.type === 'deployment' &&
      item.reasons.every(({ rule, believed }) => !believed || !isSaid(rule));
    return { ...item, numerator: inferred };
  }
  const counts = above.some((rule) => rule === item.rule);
  return { ...item, numerator: counts, denominator: counts };
}

function isCounted({ numerator, denominator }: ExplainItem): boolean {
  return numerator || denominator;
}

/** Of the commits that were shipped in the row, those to be listed. */
function rulesShown({ show }: ExplainQuestion, { above }: ExplainedNumber): readonly ShippedRule[] {
  if (show === 'all') return SHIPPED_RULES;
  const counted: readonly string[] = typeof above === 'object' ? above : ['shipped'];
  return SHIPPED_RULES.filter((rule) => counted.includes(rule));
}

function isSaid(name: string): boolean {
  const rules: Readonly<Record<string, { readonly said: boolean }>> = FAILURE_RULES;
  return rules[name]?.said === true;
}

/** @throws ProblemError TL_INVALID_QUERY */
function findNumber(name: string): ExplainedNumber {
  const number = explainedNumber(name);
  if (number !== undefined) return number;
  throw invalidQuery([
    {
      path: 'metric',
      message: `must be one of: ${[...METRIC_NUMBERS, ...DEPLOYMENT_NUMBERS].join(', ')}`,
    },
  ]);
}

/** @throws ProblemError TL_INVALID_QUERY */
function requireGroup({ groupBy, group, deployment }: ExplainQuestion): void {
  if (deployment !== undefined) {
    throw invalidQuery([
      { path: 'deployment', message: 'is for numbers of a deployment, such as deployment.commits' },
    ]);
  }
  if (groupBy !== 'none' && group === undefined) {
    throw invalidQuery([
      { path: 'group', message: `is missing: say which ${groupBy} the row is of, empty for none` },
    ]);
  }
  if (groupBy === 'none' && group !== undefined) {
    throw invalidQuery([{ path: 'group', message: 'needs groupBy beside it' }]);
  }
}

function valueAt(numbers: object, path: string): number | string | null {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], numbers);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

type Place = Pick<PlacedItem, 'at' | 'key'>;

function newestFirst(a: Place, b: Place): number {
  return b.at - a.at || compareText(b.key, a.key);
}

function isAfter(one: Place, place: Place | undefined): boolean {
  return place === undefined || newestFirst(one, place) > 0;
}
