import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUILT_IN_DEFINITIONS, DORA } from '@throughline/dora';
import fc from 'fast-check';
import { METRIC_NUMBERS } from '../metrics/metrics-csv.js';
import type { WholeAnswer } from '../metrics/metrics-questions.fixture.js';
import { BEGIN, DAY, organisation } from '../metrics/random-organisation.fixture.js';
import { CONFIGURATION, DEFINITIONS, NOW, PRODUCTION } from '../metrics/random-question.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import type { DeploymentItem } from '../deployments/deployment-item.js';
import { addUp } from './add-up.fixture.js';
import { DEPLOYMENT_NUMBERS } from './deployment-numbers.js';
import type { ExplainAnswer, ExplainItem } from './explain-item.js';

let api: QueryApi;

/** Organisations that are the same in every run, so that a failure can be looked at again. */
const EVENTS = fc.sample(organisation, { numRuns: 2, seed: 20 }).flat();

beforeAll(async () => {
  api = await QueryApi.start({
    production: PRODUCTION,
    services: CONFIGURATION,
    definitions: DEFINITIONS,
    now: () => NOW,
  });
  await api.record(EVENTS);
}, 60_000);

afterAll(async () => {
  await api.stop();
});

const WINDOW = {
  from: new Date(BEGIN).toISOString(),
  to: new Date(BEGIN + 22 * DAY).toISOString(),
};

const addressOf = (path: string, query: Readonly<Record<string, string>>) =>
  `${path}?${new URLSearchParams({ ...WINDOW, ...query }).toString()}`;

/** What explains a number, with the items of all its pages. */
async function explain(query: Readonly<Record<string, string>>, limit = 1000) {
  const items: ExplainItem[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page: Record<string, string> = { ...query, limit: String(limit) };
    if (cursor !== undefined) page['cursor'] = cursor;
    const { status, body } = await api.ask<ExplainAnswer>(addressOf('/v1/explain', page));
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    items.push(...body.items);
    if (body.nextCursor === null) return { ...body, items };
    cursor = body.nextCursor;
  }
}

/** A few at once: a question waits longer than it works. */
async function eachOf<Item>(items: readonly Item[], ask: (item: Item) => Promise<void>) {
  const left = [...items];
  const askOn = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await ask(item);
  };
  await Promise.all([askOn(), askOn(), askOn(), askOn()]);
}

const near = (value: number | null) => (value === null ? null : Number(value.toPrecision(10)));

function numberAt(row: object, path: string): number | null {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], row);
  return typeof value === 'number' ? value : null;
}

/** Of definitions but the first those numbers that they make in ways of their own. */
const OWN_WAYS = [
  'deploymentFrequency.deployments',
  'changeLeadTime.commits',
  'changeLeadTime.p75',
  'changeLeadTime.waiting',
  'changeLeadTime.kaplanMeier.p50',
  'changeFailRate.failed',
  'changeFailRate.rate',
  'recoveryTime.failed',
  'recoveryTime.p50',
  'reworkRate.rate',
  'timeToRestore.p50',
];

/** All numbers of every definition take many minutes. */
const EVERY_NUMBER = process.env['EXPLAIN_ALL'] !== undefined;

const numbersOf = (definition: string) =>
  EVERY_NUMBER || definition === DORA.id
    ? METRIC_NUMBERS.filter((name) => name !== 'changeLeadTime.unit')
    : OWN_WAYS;
/** Definitions of one's own make their numbers as the one does that they extend. */
const ASKED = EVERY_NUMBER ? DEFINITIONS : BUILT_IN_DEFINITIONS;

const GROUPINGS = ['none', 'service', 'team', 'repository', 'environment'];

describe('every number of a row', () => {
  it.each(ASKED.map(({ id }, index) => [id, GROUPINGS[index % 5] ?? 'none'] as const))(
    'of %s by %s is what the things add up to that explain it',
    async (definition, groupBy) => {
      const { body } = await api.ask<WholeAnswer>(
        addressOf('/v1/metrics', { definition, groupBy }),
      );
      // The row that most is known of: there every kind of thing is counted and left out.
      const row = [...body.rows].sort(
        (a, b) => b.changeFailRate.deployments - a.changeFailRate.deployments,
      )[0];
      if (row === undefined) throw new Error('no row');
      const group = Object.values(row.group)[0];
      await eachOf(numbersOf(definition), async (metric) => {
        const value = numberAt(row, metric);
        const explained = await explain({
          metric,
          definition,
          groupBy,
          ...(groupBy === 'none' ? {} : { group: group ?? '' }),
        });
        const added =
          numberAt(row, metric.split('.')[0] ?? '') === null && value === null
            ? value
            : addUp(metric, explained.items, explained);
        expect({ metric, value: near(value), explained: explained.value }).toEqual({
          metric,
          value: near(added),
          explained: value,
        });
        const above = explained.items.filter(({ numerator }) => numerator).length;
        const below = explained.items.filter(({ denominator }) => denominator).length;
        expect({ metric, above, below }).toEqual({
          metric,
          above: explained.numerator,
          below: explained.denominator,
        });
      });
    },
    240_000,
  );
});

describe('every number of a deployment', () => {
  it('is what its commits add up to', async () => {
    const { body } = await api.ask<{ items: DeploymentItem[] }>(
      addressOf('/v1/deployments', { limit: '1000' }),
    );
    const brought = body.items.filter(({ commits }) => commits > 1).slice(0, 3);
    expect(brought.length).toBeGreaterThan(0);
    for (const item of brought) {
      for (const metric of DEPLOYMENT_NUMBERS) {
        const { service, environment, id } = item;
        const explained = await explain({ metric, service, environment, deployment: id });
        const value = numberAt({ deployment: item }, metric);
        expect({ metric, value: near(explained.value as number | null) }).toEqual({
          metric,
          value: near(value),
        });
        expect({ metric, value: near(addUp(metric, explained.items, explained)) }).toEqual({
          metric,
          value: near(value),
        });
      }
    }
  }, 60_000);
});

describe('the list of what explains a number', () => {
  it.each(['changeFailRate.rate', 'changeLeadTime.p50', 'leadTimeStages.waiting.p50'])(
    'of %s is the same read page by page',
    async (metric) => {
      const whole = await explain({ metric });
      const paged = await explain({ metric }, 2);
      expect(whole.items.length).toBeGreaterThan(2);
      expect(paged.items).toEqual(whole.items);
    },
    60_000,
  );

  it.each(['recoveryTime.failed', 'changeLeadTime.p50', 'changeLeadTime.mergeCommits'])(
    'of %s can be had without what was left out',
    async (metric) => {
      const { items } = await explain({ metric });
      const counted = await explain({ metric, show: 'counted' });
      expect(counted.items).toEqual(
        items.filter(({ numerator, denominator }) => numerator || denominator),
      );
      expect(counted.items.length).toBeLessThan(items.length);
    },
    60_000,
  );

  it('names every deployment of the row, and why it was counted or left out', async () => {
    const { items, says } = await explain({ metric: 'changeFailRate.rate' });
    const { body } = await api.ask<{ items: { id: string; finishedAt: string | null }[] }>(
      addressOf('/v1/deployments', { limit: '1000' }),
    );
    const finished = body.items.filter(
      ({ finishedAt }) => finishedAt !== null && finishedAt < WINDOW.to,
    );
    expect(items.map(({ id }) => id).sort()).toEqual(finished.map(({ id }) => id).sort());
    expect(items.every(({ because }) => because.length > 5)).toBe(true);
    expect(says).toBe(DORA.metrics['changeFailRate']);
  });
});

describe('a question for what is not there', () => {
  it.each([
    ['metric=nothing', 400, 'metric'],
    ['', 400, 'metric'],
    ['metric=changeFailRate.rate&groupBy=service', 400, 'group'],
    ['metric=changeFailRate.rate&group=api', 400, 'group'],
    ['metric=changeFailRate.rate&groupBy=service&group=nobody', 404, 'nobody'],
    ['metric=changeFailRate.rate&definition=mine', 400, 'definition'],
    ['metric=changeFailRate.rate&deployment=1', 400, 'deployment'],
    ['metric=deployment.commits&service=api', 400, 'environment'],
    ['metric=deployment.commits&service=api&environment=prod&deployment=none', 404, 'none'],
    ['metric=changeFailRate.rate&limit=0', 400, 'from 1 to 1000'],
  ])('%s is refused and told what to ask for', async (query, status, named) => {
    const answer = await api.ask(`/v1/explain?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(named);
  });
});
