import { Inject, Injectable } from '@nestjs/common';
import {
  daysIn,
  type Interval,
  isOver,
  isWhole,
  type Period,
  periodBefore,
  previousPeriod,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { invalidQuery } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import { Definitions } from '../definitions/definitions.js';
import { freshnessOf } from '../freshness.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { windowOf } from '../scope/window-parameters.js';
import type { ComputedRow } from './assemble-rows.js';
import { comparisonOf } from './compared-rows.js';
import { findEdition, levelsOfRow, quickCheckOfRow, requireNeeded } from './levels-of-row.js';
import { MemberRows, SHARES } from './member-rows.js';
import type { MetricsQuestion } from './metrics-parameters.js';
import type { MetricsAnswer, MetricsRow } from './metrics-row.js';
import { RowSource, type Rows, type RowsQuestion } from './row-source.js';
import { periodsAskedFor } from './size-limits.js';

/** Answers `GET /v1/metrics`. */
@Injectable()
export class MetricsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly definitions: Definitions,
    private readonly source: RowSource,
    private readonly members: MemberRows,
  ) {}

  async answer(question: MetricsQuestion): Promise<MetricsAnswer> {
    const definition = this.definitions.find(question.definition);
    const edition = findEdition(question.levels);
    if (edition !== undefined) requireNeeded('levels', question.metrics);
    if (question.quickCheck) requireNeeded('quickCheck', question.metrics);
    const window = windowOf(question, this.options.now());
    const periods = periodsAskedFor(window, question);
    const compares = question.compare === 'previous';
    if (question.members !== 'none' && (!compares || question.groupBy !== 'none')) {
      throw invalidQuery([
        {
          path: 'members',
          message:
            'needs compare=previous beside it and no groupBy: ask for one group with its filter, such as team=payments',
        },
      ]);
    }
    if (question.members !== 'none' && !SHARES.some((name) => question.metrics.includes(name))) {
      throw invalidQuery([
        { path: 'members', message: `are told of ${SHARES.join(' and ')}: ask for one in metrics` },
      ]);
    }
    if (question.members !== 'none' && definition.failure.numerator !== 'failed_deployments') {
      throw invalidQuery([
        {
          path: 'members',
          message: `cannot be told under ${definition.id}, which counts incidents: one may concern several members`,
        },
      ]);
    }
    const asked: RowsQuestion = {
      ...question,
      definition,
      periods: compares ? [periodBeforeFirst(window, periods, question), ...periods] : periods,
    };
    const [found, membersOf, freshness] = await Promise.all([
      this.source.read(asked),
      this.members.read(asked, question.members),
      freshnessOf(this.client),
    ]);
    const rows = found.rows.flatMap((row, index): MetricsRow[] => {
      const before = found.rows[index - 1];
      const plain = plainRow(row, found, question.interval);
      const levels = {
        ...(edition === undefined ? {} : { levels: levelsOfRow(edition, row) }),
        ...(question.quickCheck ? { quickCheck: quickCheckOfRow(row) } : {}),
      };
      if (!compares) return [{ ...plain, ...levels }];
      if (before === undefined || before.key !== row.key) return [];
      const comparison =
        plain.incomplete || !areAlike(row.period, before.period, question)
          ? null
          : comparisonOf(row, before, question.timezone, membersOf?.(row, before));
      return [{ ...plain, comparison, ...levels }];
    });
    return {
      definition: { id: definition.id, version: definition.version },
      from: formatInstant(window.start),
      to: formatInstant(window.end),
      timezone: question.timezone,
      interval: question.interval,
      freshness,
      rows,
    };
  }
}

function plainRow(
  { key, period, numbers }: ComputedRow,
  { groups, question }: Rows,
  interval: Interval,
): MetricsRow {
  return {
    group: groups.label(key),
    start: formatInstant(period.start),
    end: formatInstant(period.end),
    incomplete: !isOver(period, interval, question.timezone, question.asOf),
    ...numbers,
  };
}

/** Whether two periods may be compared: of as many days, or both whole calendar periods. */
function areAlike(
  later: Period,
  earlier: Period,
  { interval, timezone }: Pick<MetricsQuestion, 'interval' | 'timezone'>,
): boolean {
  if (interval === 'none' || daysIn(later, timezone) === daysIn(earlier, timezone)) return true;
  return isWhole(later, interval, timezone) && isWhole(earlier, interval, timezone);
}

/** As long as the first period where that is cut by the start of the window, so that it adjoins it. */
function periodBeforeFirst(
  window: Period,
  periods: readonly Period[],
  { interval, timezone }: MetricsQuestion,
): Period {
  const first = periods[0] ?? window;
  if (interval !== 'none') {
    const before = periodBefore(first, interval, timezone);
    if (before.end === first.start) return before;
  }
  return previousPeriod(first, timezone);
}
