import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ApiClient } from '../api/api-client.js';
import { CommandFailure } from '../command-failure.js';
import { type MetricsAnswer, metricsAnswerSchema } from '../metrics/metrics-answer.js';
import type { SampleOrganisation } from './organisation.js';
import type { SampleDeployment } from './sample-event.js';

const PAUSE_MS = 250;
const WITHIN_MS = 120_000;

export interface Counted {
  /** Succeeded in production. */
  readonly succeeded: number;
  /** Finished in production, however it went. */
  readonly finished: number;
}

/** What the platform will have counted once it has digested everything. */
export function expectedCounts({ events }: SampleOrganisation): Counted {
  const latest = new Map<string, SampleDeployment>();
  for (const event of events) {
    if (event.type === 'deployment' && event.environment === 'production')
      latest.set(event.id, event);
  }
  const statuses = [...latest.values()].map(({ status }) => status);
  return {
    succeeded: statuses.filter((status) => status === 'succeeded').length,
    finished: statuses.length,
  };
}

/**
 * Waits until the platform has counted every deployment, and two answers in a row are the same:
 * the deployments are there before the last of their commits.
 *
 * @param query of the sample's whole window
 * @throws CommandFailure when it takes longer than two minutes
 */
export async function whenComplete(
  api: ApiClient,
  query: Readonly<Record<string, string>>,
  expected: Counted,
  signal: AbortSignal,
): Promise<MetricsAnswer> {
  const giveUpAt = Date.now() + WITHIN_MS;
  let before = '';
  for (;;) {
    const answer = api.read(metricsAnswerSchema, await api.get('/v1/metrics', query));
    const counted = countsOf(answer);
    const now = JSON.stringify(answer.rows);
    if (
      counted.succeeded === expected.succeeded &&
      counted.finished === expected.finished &&
      now === before
    ) {
      return answer;
    }
    before = now;
    if (Date.now() > giveUpAt) {
      throw new CommandFailure(
        `after ${WITHIN_MS / 1000} s the platform has counted ${counted.finished} of ${expected.finished} deployments ` +
          `(${counted.succeeded} of ${expected.succeeded} successful); run it with LOG_LEVEL=info to see what holds it up`,
      );
    }
    await pauseFor(PAUSE_MS, undefined, { signal });
  }
}

function countsOf({ rows }: MetricsAnswer): Counted {
  const sum = (of: (row: MetricsAnswer['rows'][number]) => number | null) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    succeeded: sum((row) => row.deploymentFrequency.deployments),
    finished: sum((row) => row.changeFailRate.deployments),
  };
}
