import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commit, deployment, sha } from '../events.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import {
  byGroup,
  onlyRowOf,
  rowsOf,
  type WholeComparison,
  type WholeRow,
} from './metrics-questions.fixture.js';

jest.setTimeout(60_000);

const HOUR = 3600;

const on = (month: number, day: number, hour = 0) => Date.UTC(2026, month - 1, day, hour);

/** A Wednesday. */
const NOW = on(4, 15, 12);

/** So many deployments of a service in the hours after a moment, the first of which failed. */
const deployments = (service: string, since: number, count: number, failed: number) =>
  Array.from({ length: count }, (_, index) =>
    deployment(service, `${since} ${index}`, since + index * HOUR * 1000, {
      status: index < failed ? 'failed' : 'succeeded',
    }),
  );

/**
 * Team `red` in February and March: 5 of 10 deployments of `old` failed, then 12 of 30; of `new`
 * 3 of 30, then 0 of 10. Each of them got better by 10 points; the team went from 8 of 40 to 12 of
 * 40, because it came to deploy `old` more often than `new`.
 */
const SIMPSON = [
  ...deployments('old', on(2, 10), 10, 5),
  ...deployments('old', on(3, 10), 30, 12),
  ...deployments('new', on(2, 10), 30, 3),
  ...deployments('new', on(3, 10), 10, 0),
];

/** Weeks of `quiet`: none, then 12 that all failed, then 12 of which one failed, then 9, then 1. */
const QUIET = [
  ...deployments('quiet', on(3, 9), 12, 12),
  ...deployments('quiet', on(3, 16), 12, 1),
  ...deployments('quiet', on(3, 23), 9, 0),
  deployment('quiet', 'last', on(4, 14)),
];

/** `cart` ships c2, 24 hours old, on Tuesday, 3 March, and c3, 48 hours old, two days later. */
const CART = [
  commit('acme/cart', sha('1'), [], on(2, 1)),
  commit('acme/cart', sha('2'), [sha('1')], on(3, 2)),
  commit('acme/cart', sha('3'), [sha('2')], on(3, 3)),
  deployment('cart', '1', on(2, 1, 1), { repository: 'acme/cart', sha: sha('1') }),
  deployment('cart', '2', on(3, 3), { repository: 'acme/cart', sha: sha('2') }),
  deployment('cart', '3', on(3, 5), { repository: 'acme/cart', sha: sha('3') }),
];

const DAILY = [28, 29].map((day) => deployment('daily', String(day), on(3, day, 12)));

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: {
      old: { team: 'red', paths: [] },
      new: { team: 'red', paths: [] },
      quiet: { team: 'blue', paths: [] },
    },
    now: () => NOW,
  });
  await api.record([...SIMPSON, ...QUIET, ...CART, ...DAILY]);
});

afterAll(() => api.stop());

function comparisonOf({ comparison }: WholeRow): WholeComparison {
  if (!comparison) throw new Error('nothing was compared');
  return comparison;
}

async function comparison(query: string): Promise<WholeComparison> {
  return comparisonOf(await onlyRowOf(api, `compare=previous&${query}`));
}

const previous = (rows: readonly WholeRow[]) =>
  rows.map((row) => {
    const { start, end } = comparisonOf(row);
    return [start, end];
  });

describe('the period before', () => {
  it('is as many days long, on whichever the clocks changed', async () => {
    // On 29 March Berlin goes from +01:00 to +02:00: these 7 days are an hour shorter.
    const query = 'from=2026-03-30&to=2026-04-06&timezone=Europe/Berlin';
    expect(await comparison(query)).toMatchObject({
      start: '2026-03-22T23:00:00.000Z',
      end: '2026-03-29T22:00:00.000Z',
    });
  });

  it('counts a day of 23 hours as one day', async () => {
    // One deployment on the 28th and one on the 29th: as often, not 24/23 times as often.
    const query = 'service=daily&from=2026-03-29&to=2026-03-30&timezone=Europe/Berlin';
    const { deploymentFrequency } = await comparison(query);
    expect(deploymentFrequency).toMatchObject({ measure: 'ratio', change: 1 });
  });

  it('is as many hours long if the window does not begin and end with a day', async () => {
    expect(await comparison('from=2026-03-30T06:00:00Z&to=2026-03-31T12:00:00Z')).toMatchObject({
      start: '2026-03-29T00:00:00.000Z',
      end: '2026-03-30T06:00:00.000Z',
    });
  });

  it('is the week or month before, that of the first row outside the window', async () => {
    const weeks = await rowsOf(
      api,
      'compare=previous&interval=week&from=2026-03-23&to=2026-04-06&timezone=Europe/Berlin',
    );
    expect(previous(weeks)).toEqual([
      ['2026-03-15T23:00:00.000Z', '2026-03-22T23:00:00.000Z'],
      ['2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ]);
    const months = await rowsOf(
      api,
      'compare=previous&interval=month&from=2026-02-01&to=2026-04-01',
    );
    expect(previous(months)).toEqual([
      ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
      ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ]);
  });

  it('ends where the first row begins, also if that is in the middle of a week', async () => {
    // From Wednesday to Sunday, and before it from Friday to Tuesday, the 3rd: one commit each.
    const query = 'service=cart&from=2026-03-04&to=2026-03-09';
    const [row] = await rowsOf(api, `compare=previous&interval=week&${query}`);
    if (row === undefined) throw new Error('no row');
    expect(previous([row])).toEqual([['2026-02-27T00:00:00.000Z', '2026-03-04T00:00:00.000Z']]);
    expect(comparisonOf(row).deploymentFrequency.change).toBe(1);
    expect(comparisonOf(row).changeLeadTime.change).toBeCloseTo(2);
    expect(row.comparison).toEqual(await comparison(query));
  });

  it('is none between a whole week and one that the window cuts', async () => {
    // Five days from Wednesday, a whole week, and three days up to Wednesday.
    const rows = await rowsOf(
      api,
      'service=cart&from=2026-03-04&to=2026-03-19&compare=previous&interval=week',
    );
    expect(rows.map(({ comparison: compared }) => compared === null)).toEqual([false, true, true]);
  });

  it('is none for a period that is not over', async () => {
    const rows = await rowsOf(
      api,
      'service=quiet&compare=previous&interval=week&from=2026-04-06&to=2026-04-20',
    );
    expect(
      rows.map(({ start, incomplete, comparison: compared }) => [
        start.slice(0, 10),
        incomplete,
        compared === null,
      ]),
    ).toEqual([
      ['2026-04-06', false, false],
      ['2026-04-13', true, true],
    ]);
  });

  it('is told only to who asks', async () => {
    expect(await onlyRowOf(api, 'from=2026-03-23&to=2026-04-06')).not.toHaveProperty('comparison');
  });
});

describe('what is said of a change', () => {
  const weekOf = async (date: string, to: string) =>
    comparison(`service=quiet&from=${date}&to=${to}`);

  it('is that it is clear, where chance alone does not bring it about', async () => {
    // From 12 of 12 that failed to 1 of 12.
    const { changeFailRate, deploymentFrequency } = await weekOf('2026-03-16', '2026-03-23');
    expect(changeFailRate).toMatchObject({ verdict: 'lower', measure: 'difference' });
    expect(changeFailRate.change).toBeCloseTo(-11 / 12);
    // None succeeded before, and then 11 did: how many times as many is not known.
    expect(deploymentFrequency).toMatchObject({ verdict: 'higher', change: null, high: null });
  });

  it('is that there is no clear one, where it might be chance', async () => {
    const { changeFailRate } = await comparison('team=red&from=2026-03-01&to=2026-03-29');
    expect(changeFailRate).toMatchObject({ verdict: 'no_clear_change' });
    expect(changeFailRate.change).toBeCloseTo(0.1);
    expect(changeFailRate.low).toBeLessThan(0);
    expect(changeFailRate.high).toBeGreaterThan(0.1);
  });

  it('is that nothing can be said, where either period has fewer than ten deployments', async () => {
    const { changeFailRate } = await weekOf('2026-03-23', '2026-03-30');
    expect(changeFailRate.verdict).toBe('too_little_data');
    expect(changeFailRate.change).toBeCloseTo(-1 / 12);
    const { changeFailRate: unknown } = await weekOf('2026-04-06', '2026-04-13');
    expect(unknown).toMatchObject({ verdict: 'too_little_data', change: null, low: null });
  });

  it('is of each group what it is of it alone', async () => {
    const window = 'from=2026-03-01&to=2026-03-29&compare=previous';
    const compared = await byGroup(api, `groupBy=team&${window}`, (row) => row.comparison);
    expect(compared['red']).toEqual((await onlyRowOf(api, `team=red&${window}`)).comparison);
    expect(Object.keys(compared).sort()).toEqual(['blue', 'nobody', 'red']);
  });

  it('is nothing of a metric that the definition does not have', async () => {
    const compared = await comparison('team=red&from=2026-03-01&to=2026-03-29&definition=datadog');
    expect(compared.reworkRate).toBeNull();
    expect(compared.recoveryTime).not.toBeNull();
  });
});

describe('the members of a change', () => {
  const RED = 'team=red&from=2026-03-01&to=2026-03-29&members=service';

  it('tell that a team got worse because of its mix, although each of its services got better', async () => {
    const { changeFailRate } = await comparison(RED);
    // Weights 1/4 and 3/4 changed places, 1/2 in the mean; the mean rates are 45 % and 5 %, the
    // whole’s 25 %. Rates: 1/2 · −0.1 each. Mix: (0.45 − 0.25) · 1/2 and (0.05 − 0.25) · −1/2.
    expect(changeFailRate.change).toBeCloseTo(0.1);
    expect(changeFailRate.members).toEqual([
      { name: 'new', rate: expect.closeTo(-0.05), mix: expect.closeTo(0.1) },
      { name: 'old', rate: expect.closeTo(-0.05), mix: expect.closeTo(0.1) },
    ]);
  });

  it.each(['service', 'team', 'environment', 'repository'])(
    'add up to the change, by %s',
    async (by) => {
      const { changeFailRate, reworkRate } = await comparison(
        `from=2026-03-01&to=2026-03-29&members=${by}`,
      );
      const members = changeFailRate.members ?? [];
      expect(members.length).toBeGreaterThan(0);
      const sum = members.reduce((all, { rate, mix }) => all + rate + mix, 0);
      expect(sum).toBeCloseTo(changeFailRate.change ?? NaN, 10);
      expect(reworkRate?.members?.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
    },
  );

  it('include who belongs to none', async () => {
    const { changeFailRate } = await comparison('from=2026-03-01&to=2026-03-29&members=team');
    expect(changeFailRate.members?.map(({ name }) => name)).toEqual(['blue', 'red', null]);
  });

  it('are those of each period', async () => {
    const rows = await rowsOf(
      api,
      'team=red&compare=previous&members=service&interval=month&from=2026-02-01&to=2026-04-01',
    );
    const [february, march] = rows.map((row) => comparisonOf(row).changeFailRate.members);
    // In January there was nothing that could be taken apart.
    expect(february).toEqual([]);
    expect(march?.map(({ name }) => name)).toEqual(['new', 'old']);
  });

  it.each(['members=service', 'members=service&compare=previous&groupBy=team'])(
    'are refused where there is nothing to take apart: %s',
    async (query) => {
      const { status, body } = await api.ask<object>(`/v1/metrics?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: 'TL_INVALID_QUERY',
        faults: [{ path: 'members', message: expect.stringContaining('compare=previous') }],
      });
    },
  );
});
