import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deployment, incident } from '../events.fixture.js';
import { at, NOW, ORGANISATION } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { parseCsv } from './parse-csv.fixture.js';

jest.setTimeout(60_000);

/** More than a page of JSON. */
const MANY = 150;

const LONG = 'Zeile „eins“, 🚀\r\n'.repeat(700);

const TITLES = {
  formula: "=cmd|'/c calc'!A1",
  markup: '<script>alert("1")</script>',
  bidi: '\u202egnp.exe',
  long: LONG,
};

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record([
    ...ORGANISATION,
    ...Object.entries(TITLES).map(([id, title], index) =>
      incident('api', id, at(9, index), { title }),
    ),
    ...Array.from({ length: MANY }, (_, index) =>
      deployment('worker', `w${index}`, at(8, 0, index)),
    ),
  ]);
});

afterAll(() => api.stop());

/** The value at a column's name, as CSV writes it. */
function written(value: unknown, path: readonly string[]): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => written(one, path)).join('; ');
  const [key, ...rest] = path;
  if (key !== undefined) return written((value as Record<string, unknown>)[key], rest);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

describe.each(['deployments', 'changes', 'incidents', 'deployments/api/production/2/commits'])(
  '/v1/%s as CSV',
  (list) => {
    it('has a line for each item of the window, with everything that JSON says of it', async () => {
      const { body } = await api.ask<{ items: readonly object[] }>(`/v1/${list}?limit=1000`);
      const { text } = await api.ask(`/v1/${list}?format=csv`);
      const lines = parseCsv(text);
      expect(body.items.length).toBeGreaterThan(0);
      expect(lines).toHaveLength(body.items.length);
      body.items.forEach((item, index) => {
        for (const [name, cell] of lines[index] ?? []) {
          expect([name, cell.replace(/^'/, '')]).toEqual([name, written(item, name.split('.'))]);
        }
      });
    });

    it('has every key of JSON in a column', async () => {
      const { body } = await api.ask<{ items: readonly object[] }>(`/v1/${list}?limit=1`);
      const { text } = await api.ask(`/v1/${list}?format=csv`);
      const columns = [...(parseCsv(text)[0]?.keys() ?? [])];
      const keys = Object.keys(body.items[0] ?? {});
      expect(keys.length).toBeGreaterThan(0);
      expect([...new Set(columns.map((name) => name.split('.')[0]))]).toEqual(keys);
    });
  },
);

it('lists all items of a window, which JSON has in pages', async () => {
  const { text } = await api.ask('/v1/deployments?format=csv&service=worker');
  expect(parseCsv(text)).toHaveLength(MANY);
  const { text: some } = await api.ask('/v1/deployments?format=csv&service=worker&limit=7');
  expect(parseCsv(some)).toHaveLength(7);
});

it('leaves titles what they are, but for formulas', async () => {
  const { text } = await api.ask('/v1/incidents?format=csv');
  const titles = new Map(parseCsv(text).map((line) => [line.get('id'), line.get('title')]));
  expect(Object.fromEntries(titles)).toMatchObject({ ...TITLES, formula: `'${TITLES.formula}` });
});

it('names the file of a deployment’s commits after it', async () => {
  const path = '/v1/deployments/api/production/2/commits?format=csv';
  const { headers } = await api.ask(path);
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="throughline-commits-of-api-production-2.csv"',
  );
});

it('refuses what it would refuse as JSON', async () => {
  const { status, headers } = await api.ask('/v1/deployments?format=csv&cursor=nonsense');
  expect(status).toBe(400);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((await api.ask('/v1/deployments/api/production/9/commits?format=csv')).status).toBe(404);
});
