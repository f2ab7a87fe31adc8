import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertConfigurationInForce } from '@throughline/store';
import fc from 'fast-check';
import type { DeploymentItem } from '../deployments/deployment-item.js';
import { QueryApi } from '../query-api.fixture.js';
import { BLAMED, EVERY_RULE } from './every-rule.fixture.js';
import type { MetricsAnswer } from './metrics-row.js';
import { organisation } from './random-organisation.fixture.js';
import {
  addressOf,
  CONFIGURATION,
  type NamedQuestion,
  NOW,
  PRODUCTION,
  questionsUnderDora,
} from './random-question.fixture.js';

/** How many organisations; more of them find what is rarer, and take as much longer. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 4);
const MINUTES_A_RUN = 1;

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: PRODUCTION,
    services: CONFIGURATION,
    now: () => NOW,
  });
  await insertConfigurationInForce(api.store.client, [
    { statedAt: NOW, production: PRODUCTION, services: CONFIGURATION },
  ]);
});

afterAll(async () => {
  await api.stop();
});

/** Every metric was asked for. */
type Row = Required<MetricsAnswer['rows'][number]>;

/** The numbers that the views promise, of one row of the answer. */
interface Numbers {
  readonly deployments: number;
  readonly finished: number;
  readonly failed: number;
  readonly rework: number;
  readonly recovered: number;
  readonly recovery: readonly (number | null)[];
  readonly commits: number;
  readonly merges: number;
  readonly baselines: number;
  readonly lead: readonly (number | null)[];
}

const NOTHING: Numbers = {
  deployments: 0,
  finished: 0,
  failed: 0,
  rework: 0,
  recovered: 0,
  recovery: [null, null, null],
  commits: 0,
  merges: 0,
  baselines: 0,
  lead: [null, null, null],
};

const QUANTILES = (seconds: string) => `
  if(
    count(${seconds}) = 0,
    [NULL, NULL, NULL],
    arrayMap(q -> toNullable(q), quantilesExact(0.5, 0.75, 0.9)(${seconds}))
  )`;

const OF_DEPLOYMENTS = `
  countIf(status = 'succeeded') AS deployments,
  countIf(counted) AS finished,
  countIf(failed) AS failed,
  countIf(rework) AS rework,
  countIf(isNotNull(recovered_at)) AS recovered,
  ${QUANTILES('recovery_seconds')} AS recovery`;

const OF_COMMITS = `
  count(lead_seconds) AS commits,
  countIf(is_merge AND NOT is_baseline) AS merges,
  countIf(is_baseline) AS baselines,
  ${QUANTILES('lead_seconds')} AS lead`;

/** Numbers of a view by group and period, in the terms of the question. */
async function numbersOf(
  view: string,
  moment: string,
  numbers: string,
  question: NamedQuestion,
  starts: readonly number[],
): Promise<Map<string, Partial<Numbers>>> {
  const { groupBy, environments, services, teams, repositories, start, end } = question;
  const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
  const among = (column: string, names?: readonly string[]) =>
    names === undefined ? [] : [`${column} IN (${list(names)})`];
  const ms = `toUnixTimestamp64Milli(${moment})`;
  const sql = `
    SELECT
      ${groupBy === 'none' ? `''` : groupBy} AS key,
      toInt64(roundDown(${ms}, [${starts.join(', ')}])) AS period,
      ${numbers}
    FROM ${view}
    WHERE ${[
      `${ms} >= ${start} AND ${ms} < ${end}`,
      ...among('environment', environments),
      ...among('service', services),
      ...among('team', teams),
      ...among('repository', repositories),
    ].join(' AND ')}
    GROUP BY key, period
    SETTINGS output_format_json_quote_64bit_integers = 0`;
  const result = await api.store.client.query({ query: sql, format: 'JSONEachRow' });
  const rows = await result.json<{ key: string; period: number } & Partial<Numbers>>();
  return new Map(rows.map(({ key, period, ...found }) => [`${key} ${period}`, found]));
}

/** What became of a deployment: why it failed, as rule, incident and remedy. */
interface Became {
  readonly key: string;
  readonly reasons: readonly string[];
  readonly rework: boolean | null;
  readonly recoveredAt: number | null;
}

/** What became of every finished deployment that was not cancelled, in the words of the API. */
async function judgedByTheApi(): Promise<Became[]> {
  const { body } = await api.ask<{ readonly items: readonly DeploymentItem[] }>(
    '/v1/deployments?environment=production,prod,staging&from=2025-12-01&to=2027-01-01&limit=1000',
  );
  return body.items
    .filter(({ status }) => !['cancelled', 'in_progress'].includes(status))
    .map(({ service, environment, id, failureReasons, rework, recoveredAt }) => ({
      key: [service, environment, id].join(' '),
      reasons: failureReasons
        .map((reason) =>
          [reason.rule, reason.incidentId ?? '', reason.deploymentId ?? ''].join(' '),
        )
        .sort(),
      rework,
      recoveredAt: recoveredAt === null ? null : Date.parse(recoveredAt),
    }))
    .sort(byKey);
}

async function judgedInSql(): Promise<Became[]> {
  const sql = `
    SELECT
      concat(deployment.service, ' ', deployment.environment, ' ', id) AS key,
      reasons,
      rework,
      toUnixTimestamp64Milli(recovered_at) AS recoveredAt
    FROM public_deployments AS deployment
    LEFT JOIN (
      SELECT
        service, environment, deployment_id,
        arraySort(groupArray(concat(rule, ' ', incident_id, ' ', remedy_id))) AS reasons
      FROM public_failure_links
      GROUP BY service, environment, deployment_id
    ) AS link
      ON link.service = deployment.service
      AND link.environment = deployment.environment
      AND link.deployment_id = deployment.id
    WHERE counted
    SETTINGS output_format_json_quote_64bit_integers = 0`;
  const result = await api.store.client.query({ query: sql, format: 'JSONEachRow' });
  return (await result.json<Became>()).sort(byKey);
}

const byKey = (a: Became, b: Became) => (a.key < b.key ? -1 : 1);

describe('the SQL views', () => {
  it('blame by every rule whom the API blames', async () => {
    await api.forget();
    await api.record(EVERY_RULE);
    for (const judged of [await judgedByTheApi(), await judgedInSql()]) {
      const blamed = judged.flatMap(({ key, reasons }) => reasons.map((reason) => [key, reason]));
      expect(blamed).toEqual(BLAMED);
    }
  });

  it(
    'have the judgements and the numbers of the API under dora, for any organisation',
    async () => {
      await fc.assert(
        fc.asyncProperty(organisation, questionsUnderDora, async (inputs, asked) => {
          await api.forget();
          await api.record(inputs);
          expect(await judgedInSql()).toEqual(await judgedByTheApi());
          for (const question of asked) {
            const address = addressOf(question);
            const { body } = await api.ask<{ readonly rows: readonly Row[] }>(address);
            const starts = [...new Set(body.rows.map((row) => Date.parse(row.start)))].sort(
              (a, b) => a - b,
            );
            if (starts.length === 0) continue;
            const ofDeployments = await numbersOf(
              'public_deployments',
              'finished_at',
              OF_DEPLOYMENTS,
              question,
              starts,
            );
            const ofCommits = await numbersOf(
              'public_lead_times',
              'shipped_at',
              OF_COMMITS,
              question,
              starts,
            );
            for (const row of body.rows) {
              const group = Object.values(row.group)[0] ?? '';
              const key = `${group} ${Date.parse(row.start)}`;
              const found = { ...NOTHING, ...ofDeployments.get(key), ...ofCommits.get(key) };
              expect({ address, key, ...found }).toEqual({ address, key, ...numbersOfRow(row) });
            }
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * MINUTES_A_RUN * 60_000,
  );
});

function numbersOfRow(row: Row): Numbers {
  const { deploymentFrequency, changeFailRate, recoveryTime, reworkRate, changeLeadTime } = row;
  return {
    deployments: deploymentFrequency.deployments,
    finished: changeFailRate.deployments,
    failed: changeFailRate.failed,
    rework: reworkRate?.rework ?? 0,
    recovered: recoveryTime?.recovered ?? 0,
    recovery: [recoveryTime?.p50 ?? null, recoveryTime?.p75 ?? null, recoveryTime?.p90 ?? null],
    commits: changeLeadTime.commits,
    merges: changeLeadTime.mergeCommits,
    baselines: changeLeadTime.baselineCommits,
    lead: [changeLeadTime.p50, changeLeadTime.p75, changeLeadTime.p90],
  };
}
