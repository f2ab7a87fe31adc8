import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventOf, oracleMetrics } from '@throughline/testing';
import fc from 'fast-check';
import { QueryApi } from '../query-api.fixture.js';
import type { MetricsAnswer } from './metrics-row.js';
import { organisation } from './random-organisation.fixture.js';
import {
  addressOf,
  CONFIGURATION,
  DEFINITIONS,
  NOW,
  PRODUCTION,
  questions,
} from './random-question.fixture.js';

/** How many organisations; more of them find what is rarer, and take as much longer. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 4);
const MINUTES_A_RUN = 1;

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: PRODUCTION,
    services: CONFIGURATION,
    definitions: DEFINITIONS,
    now: () => NOW,
  });
});

afterAll(async () => {
  await api.stop();
});

/** The engine and the oracle add up in different orders: what differs in the tenth digit is the same. */
const TOLERANCE = 1e-9;

/** What was answered, with each number that is as good as the expected one put in its place. */
function settled(answered: unknown, expected: unknown): unknown {
  if (typeof answered === 'number' && typeof expected === 'number') {
    const difference = Math.abs(answered - expected);
    return difference <= TOLERANCE * Math.abs(expected) ? expected : answered;
  }
  if (Array.isArray(answered) && Array.isArray(expected)) {
    return answered.map((one, index) => settled(one, expected[index]));
  }
  if (!isFields(answered) || !isFields(expected)) return answered;
  return Object.fromEntries(
    Object.entries(answered).map(([field, value]) => [field, settled(value, expected[field])]),
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

describe('the metrics of any organisation', () => {
  it(
    'are what the events say, for every question under every definition',
    async () => {
      await fc.assert(
        fc.asyncProperty(organisation, questions, async (inputs, asked) => {
          await api.forget();
          await api.record(inputs);
          const events = inputs.map((input) => eventOf(input));
          for (const question of asked) {
            const address = addressOf(question);
            const { status, body } = await api.ask<MetricsAnswer>(address);
            const expected = oracleMetrics(events, question);
            const rows = settled(body.rows, expected);
            expect({ address, status, rows }).toEqual({ address, status: 200, rows: expected });
          }
        }),
        // What is found is worth more than the smallest form of it, which takes many runs of the engine.
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * MINUTES_A_RUN * 60_000,
  );
});
