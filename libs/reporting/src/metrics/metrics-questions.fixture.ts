import { expect } from '@jest/globals';
import type { QueryApi } from '../query-api.fixture.js';
import type { MetricsRow } from './metrics-row.js';

export async function rowsOf(api: QueryApi, query: string): Promise<readonly MetricsRow[]> {
  const { status, body } = await api.ask<{ rows: MetricsRow[] }>(`/v1/metrics?${query}`);
  expect(status).toBe(200);
  return body.rows;
}

export async function onlyRowOf(api: QueryApi, query: string): Promise<MetricsRow> {
  const [row, ...others] = await rowsOf(api, query);
  if (row === undefined || others.length > 0) throw new Error(`${query} has not just one row`);
  return row;
}

/** A number of each row, by the row's group. */
export async function byGroup<Value>(
  api: QueryApi,
  query: string,
  valueOf: (row: MetricsRow) => Value,
): Promise<Record<string, Value>> {
  const rows = await rowsOf(api, query);
  return Object.fromEntries(
    rows.map((row) => [Object.values(row.group).join() || 'nobody', valueOf(row)]),
  );
}
