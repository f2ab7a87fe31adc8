import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import { NOW, ORGANISATION } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { METRIC_NUMBERS } from './metrics-csv.js';

jest.setTimeout(60_000);

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record(ORGANISATION);
});

afterAll(() => api.stop());

/** The only line of an answer, by the heads of its columns. */
async function lineOf(query: string): Promise<ReadonlyMap<string, string>> {
  const { text } = await api.ask(`/v1/metrics?format=csv&${query}`);
  const [head, line, ...others] = text.split('\r\n').map((cells) => cells.split(','));
  expect(others).toEqual([['']]);
  expect(line).toHaveLength(head?.length ?? 0);
  return new Map(head?.map((name, index) => [name, line?.[index] ?? '']));
}

describe('CSV', () => {
  it.each(BUILT_IN_DEFINITIONS.map((definition) => [definition.id, definition] as const))(
    'of %s has every column, those of a metric that it does not have empty',
    async (id, { recovery, rework }) => {
      const line = await lineOf(`definition=${id}`);
      expect([...line.keys()]).toEqual(['start', 'end', ...METRIC_NUMBERS, 'incomplete']);
      const isEmpty = (metric: string) =>
        [...line]
          .filter(([name]) => name.startsWith(`${metric}.`))
          .every(([, cell]) => cell === '');
      expect({ recovery: isEmpty('recoveryTime'), rework: isEmpty('reworkRate') }).toEqual({
        recovery: recovery === null,
        rework: rework === null,
      });
      expect(isEmpty('changeFailRate')).toBe(false);
      expect(line.get('incomplete')).toBe('false');
    },
  );

  it('begins with a byte order mark if asked to, and is a file', async () => {
    const response = await fetch(`${api.url}/v1/metrics?format=csv&bom=true`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('utf8').slice(0, 6)).toBe('\u{feff}start');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="throughline-metrics.csv"',
    );
  });

  it('has the same numbers as JSON, down to those inside of others', async () => {
    const line = await lineOf('definition=dora');
    const { body } = await api.ask<{ rows: readonly object[] }>('/v1/metrics?definition=dora');
    const cells = METRIC_NUMBERS.map((name) => {
      const value = name
        .split('.')
        .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], body.rows[0]);
      return [name, value === null ? '' : `${value as string | number}`];
    });
    expect(cells).toEqual(METRIC_NUMBERS.map((name) => [name, line.get(name)]));
    expect(line.get('changeLeadTime.kaplanMeier.n')).toBe('4');
  });
});
