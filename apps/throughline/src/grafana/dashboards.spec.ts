import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { compareText } from '@throughline/dora';
import {
  type AlertDecision,
  type DecidedAlert,
  insertAlerts,
  insertConfigurationInForce,
} from '@throughline/store';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { sampleOrganisation } from '../demo/organisation.js';
import { DAY } from '../demo/working-time.js';
import { DASHBOARDS, type DashboardFile, OVERVIEW } from './dashboard-file.fixture.js';
import { type Controls, expandSql } from './grafana-sql.fixture.js';
import { type AnsweredRate, metricsOf } from './metrics-answer.fixture.js';

/*
 * Every statement of the Grafana dashboards, on the engine and the demo's data.
 */
const END = Date.UTC(2026, 2, 2);
const MINUTE = 60_000;

// A view of everything is planned anew for each statement, by an engine that may share its processors.
jest.setTimeout(2 * MINUTE);

/** A service of the demo that has had failures and incidents, and its team. */
const SERVICE = 'payments-api';
const TEAM = 'payments';

let store: TestStore;

const OVER = { state: 'resolved', resolvedAt: END - DAY, resolution: 'recovered' } as const;

/** The sample tells of no alerts: these stand for them. */
function raised(id: string, life: Partial<DecidedAlert>): AlertDecision {
  const startedAt = END - 3 * DAY;
  const alert: DecidedAlert = {
    ...{ id, rule: 'change-failures', kind: 'change-failure-spike', severity: 'page' },
    ...{ subject: { service: SERVICE, environment: 'production' }, team: TEAM, state: 'firing' },
    ...{ startedAt, openedAt: startedAt, lastEventAt: startedAt, revision: 1 },
    ...{ title: id, explanation: [], evidence: { numbers: [], deployments: [] } },
    ...life,
  };
  return { alert, deciderKey: SERVICE, unsaidActions: [] };
}

beforeAll(async () => {
  store = await openTestStore();
  const { events } = sampleOrganisation('northwind', END);
  // Of one kind together: many small batches take minutes, and come to the same.
  const grouped = [...events].sort((a, b) => compareText(a.type, b.type));
  await recordEvents(
    store.client,
    grouped.map((event) => eventOf(event, END)),
  );
  await insertConfigurationInForce(store.client, [
    { statedAt: END, production: ['production'], services: {} },
  ]);
  await insertAlerts(store.client, [raised('fires', {}), raised('over', OVER)]);
}, 5 * MINUTE);

afterAll(async () => {
  await store.close();
});

interface Result {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

async function run(sql: string): Promise<Result> {
  const answer = await store.client.query({ query: sql, format: 'JSON' });
  const { meta = [], data } = await answer.json<Record<string, unknown>>();
  return { columns: meta, rows: data };
}

const teams = async (): Promise<string[]> => {
  const { rows } = await run(`SELECT DISTINCT team FROM public_services WHERE team != ''`);
  return rows.map(({ team }) => String(team));
};

async function controlsOf(
  { templating }: DashboardFile,
  chosen: Controls['variables'] = {},
): Promise<Controls> {
  const several = templating.list.some(({ name, multi }) => name === 'team' && multi === true);
  return {
    from: END - 90 * DAY,
    to: END,
    variables: {
      environment: ['(production)'],
      team: several ? 'all' : [TEAM],
      service: [SERVICE],
      interval: ['week'],
      ...chosen,
    },
    valuesOf: { team: await teams() },
  };
}

const TIME = /^DateTime/;
const NUMBER = /^(Nullable\()?(U?Int|Float)/;

describe.each(DASHBOARDS)('%s', (_, dashboard) => {
  const panels = dashboard.panels.map((panel) => [panel.title, panel] as const);

  it.each(panels)('has data in "%s", in the shape that it is shown in', async (_title, panel) => {
    const { columns, rows } = await run(
      expandSql(panel.targets[0]?.rawSql ?? '', await controlsOf(dashboard)),
    );
    expect(rows).not.toEqual([]);
    const names = columns.map(({ name }) => name);
    const named = panel.fieldConfig.overrides.map(({ matcher }) => matcher.options);
    expect(names).toEqual(expect.arrayContaining(named));
    if (panel.type === 'timeseries') {
      const [time, ...values] = columns;
      expect(time).toEqual({ name: 'time', type: expect.stringMatching(TIME) });
      for (const value of values) expect(value.type).toMatch(NUMBER);
    }
    if (panel.type === 'stat') {
      expect(rows).toHaveLength(1);
      for (const column of columns) expect(column.type).toMatch(NUMBER);
      for (const value of Object.values(rows[0] ?? {})) expect(value).not.toBeNull();
    }
  });

  it('offers values for every variable', async () => {
    for (const { type, query } of dashboard.templating.list) {
      if (type === 'query') expect((await run(query)).rows).not.toEqual([]);
    }
  });

  it('marks deployments', async () => {
    for (const { target } of dashboard.annotations.list) {
      const { columns, rows } = await run(expandSql(target.rawSql, await controlsOf(dashboard)));
      expect(rows).not.toEqual([]);
      expect(columns.map(({ name }) => name)).toEqual(['time', 'text', 'tags']);
    }
  });

  it('lays its panels side by side', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of dashboard.panels)
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});

describe('the numbers of the overview', () => {
  it('are those of /v1/metrics', async () => {
    const shown = await Promise.all(
      OVERVIEW.panels.slice(0, 5).map(async ({ targets }) => {
        const { rows } = await run(expandSql(targets[0]?.rawSql ?? '', await controlsOf(OVERVIEW)));
        return Object.fromEntries(
          Object.entries(rows[0] ?? {}).map(([name, value]) => [
            name,
            expect.closeTo(Number(value)),
          ]),
        );
      }),
    );
    const { deploymentFrequency, changeLeadTime, changeFailRate, recoveryTime, reworkRate } =
      await metricsOf(store, END - 90 * DAY, END);
    const rateOf = ({ rate, low, high, deployments: n }: AnsweredRate) => ({ rate, low, high, n });
    expect([
      { per_day: deploymentFrequency.perDay, deployments: deploymentFrequency.deployments },
      { p50: changeLeadTime.p50, p90: changeLeadTime.p90, n: changeLeadTime.commits },
      rateOf(changeFailRate),
      { p50: recoveryTime.p50, recovered: recoveryTime.recovered, open: recoveryTime.open },
      rateOf(reworkRate),
    ]).toEqual(shown);
  });
});

describe('the controls of the overview', () => {
  const series = OVERVIEW.panels.filter(({ type }) => type === 'timeseries');

  it('show it by day', async () => {
    for (const { targets } of series) {
      const controls = await controlsOf(OVERVIEW, { interval: ['day'] });
      const { rows } = await run(expandSql(targets[0]?.rawSql ?? '', controls));
      expect(rows).not.toEqual([]);
    }
  });

  it('take several environments and teams, and names with quotes in them', async () => {
    const [frequency] = OVERVIEW.panels;
    const deployments = async (chosen: Controls['variables']) => {
      const sql = frequency?.targets[0]?.rawSql ?? '';
      const { rows } = await run(expandSql(sql, await controlsOf(OVERVIEW, chosen)));
      return Number(rows[0]?.['deployments']);
    };
    const ofTeam = await deployments({ team: [TEAM, `d'Artagnan`] });
    const ofAll = await deployments({});
    const everywhere = await deployments({ environment: ['production', 'staging'] });
    expect(ofTeam).toBeGreaterThan(0);
    expect(ofAll).toBeGreaterThan(ofTeam);
    expect(everywhere).toBeGreaterThan(ofAll);
  });
});
