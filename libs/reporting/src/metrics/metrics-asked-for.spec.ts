import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { METRIC_NAMES } from '@throughline/dora';
import fc from 'fast-check';
import { QueryApi } from '../query-api.fixture.js';
import type { MetricsAnswer, MetricsRow } from './metrics-row.js';
import { organisation } from './random-organisation.fixture.js';
import {
  addressOf,
  CONFIGURATION,
  DEFINITIONS,
  type NamedQuestion,
  NOW,
  PRODUCTION,
  questions,
} from './random-question.fixture.js';

/** How many organisations, as for the oracle. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 4);
const MINUTES_A_RUN = 1;

jest.setTimeout(RUNS * MINUTES_A_RUN * 60_000);

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: PRODUCTION,
    services: CONFIGURATION,
    definitions: DEFINITIONS,
    now: () => NOW,
  });
});

afterAll(() => api.stop());

const rowsOf = async (address: string) => {
  const { status, body } = await api.ask<MetricsAnswer>(address);
  expect({ address, status }).toEqual({ address, status: 200 });
  return body.rows;
};

const keyOf = ({ group, start }: MetricsRow) => JSON.stringify([group, start]);

/** Of a row only some metrics, in it and in its comparison. */
function only(names: readonly string[], row: MetricsRow): object {
  const isLeftOut = (name: string) =>
    METRIC_NAMES.some((metric) => metric === name) && !names.includes(name);
  const without = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !isLeftOut(name)));
  return {
    ...without(row),
    ...(row.comparison ? { comparison: without(row.comparison) } : {}),
  };
}

/** What a question answers, by row, of a service that there is not: nothing happened in any of them. */
async function rowsOfNothing(question: NamedQuestion, beside: string) {
  const address = addressOf({ ...question, groupBy: 'none', services: ['none such'] });
  const rows = await rowsOf(`${address}${beside}`);
  return new Map(rows.map((row) => [row.start, row]));
}

describe('some metrics of a row', () => {
  it('are the same as among all; a row that is left out has nothing of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        organisation,
        questions.chain((all) => fc.constantFrom(...all)),
        fc.constantFrom('', '&compare=previous'),
        fc.subarray([...METRIC_NAMES], { minLength: 2, maxLength: 3 }),
        async (inputs, question, beside, names) => {
          await api.forget();
          await api.record(inputs);
          const address = `${addressOf(question)}${beside}`;
          const nothing = await rowsOfNothing(question, beside);
          const whole = await rowsOf(address);
          for (const asked of [names, ...METRIC_NAMES.map((name) => [name])]) {
            const found = await rowsOf(`${address}&metrics=${asked.join(',')}`);
            const byKey = new Map(found.map((row) => [keyOf(row), row]));
            const expected = whole.map((row) => {
              if (byKey.has(keyOf(row))) return only(asked, row);
              return { ...only(asked, nothing.get(row.start) ?? row), group: row.group };
            });
            const answered = whole.map((row) => byKey.get(keyOf(row)) ?? only(asked, row));
            expect({ address, asked, rows: answered }).toEqual({ address, asked, rows: expected });
            expect(whole.map(keyOf)).toEqual(expect.arrayContaining(found.map(keyOf)));
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('are the columns of CSV', async () => {
    const { text } = await api.ask('/v1/metrics?format=csv&metrics=reworkRate,changeFailRate');
    const [head] = text.split('\r\n');
    // In the order of a row, however they are asked for.
    expect(head).toBe(
      'start,end,changeFailRate.failed,changeFailRate.deployments,changeFailRate.rate,changeFailRate.low,changeFailRate.high,changeFailRate.inferred,reworkRate.rework,reworkRate.deployments,reworkRate.rate,reworkRate.low,reworkRate.high,incomplete',
    );
  });

  it.each([
    ['metrics=deploymentFrequency', ['catalogue', 'deployments']],
    ['metrics=changeFailRate', ['catalogue', 'deployments', 'outcomes']],
    ['metrics=changeLeadTime', ['catalogue', 'journeys']],
  ])('are read from what they are made of: %s', async (query, expected) => {
    const asked = jest.spyOn(api.store.client, 'query');
    // Of a window that nobody asked for before: what is remembered is not read.
    await rowsOf(`/v1/metrics?from=2025-12-24&${query}`);
    const kinds = asked.mock.calls.map(([{ clickhouse_settings: settings }]) =>
      kindOf(String(settings?.log_comment)),
    );
    asked.mockRestore();
    expect([...new Set(kinds)].sort()).toEqual(expected);
  });
});

function kindOf(query: string): string {
  return KINDS[query] ?? query;
}

/** What the queries of an answer are about. */
const KINDS: Readonly<Record<string, string>> = {
  'service-versions': 'catalogue',
  places: 'catalogue',
  freshness: 'catalogue',
  progress: 'catalogue',
  'deployments-in': 'deployments',
  'deployments-from': 'deployments',
  'incidents-from': 'outcomes',
  verdicts: 'outcomes',
  'reverted-commits': 'outcomes',
  'shipments-of-commits': 'outcomes',
  hotfixes: 'outcomes',
  'first-shippers': 'outcomes',
  'lead-times': 'journeys',
  'lead-times-and-stages': 'journeys',
  'commits-on-their-way': 'journeys',
  'changes-on-their-way': 'journeys',
};
