import { expect } from '@jest/globals';
import type { MetricName } from '@throughline/dora';
import type { QueryApi } from '../query-api.fixture.js';
import type { MetricsAnswer, MetricsRow } from './metrics-row.js';

export type WholeComparison = Required<NonNullable<MetricsRow['comparison']>>;

/** A row of an answer of which all metrics were asked. */
export type WholeRow = Omit<MetricsRow, MetricName | 'comparison'> &
  Required<Pick<MetricsRow, MetricName>> & { readonly comparison?: WholeComparison | null };

/** An answer of which all metrics were asked. */
export type WholeAnswer = Omit<MetricsAnswer, 'rows'> & { readonly rows: readonly WholeRow[] };

export async function rowsOf(api: QueryApi, query: string): Promise<readonly WholeRow[]> {
  const { status, body } = await api.ask<{ rows: WholeRow[] }>(`/v1/metrics?${query}`);
  expect(status).toBe(200);
  return body.rows;
}

export async function onlyRowOf(api: QueryApi, query: string): Promise<WholeRow> {
  const [row, ...others] = await rowsOf(api, query);
  if (row === undefined || others.length > 0) throw new Error(`${query} has not just one row`);
  return row;
}

/** A number of each row, by the row's group. */
export async function byGroup<Value>(
  api: QueryApi,
  query: string,
  valueOf: (row: WholeRow) => Value,
): Promise<Record<string, Value>> {
  const rows = await rowsOf(api, query);
  return Object.fromEntries(
    rows.map((row) => [Object.values(row.group).join() || 'nobody', valueOf(row)]),
  );
}
