import { formatInstant, type Instant } from '@throughline/events';
import { ApiClient } from '../api/api-client.js';
import type { Cli } from '../cli.js';
import { sendEvents } from '../events/send-events.js';
import type { MetricsAnswer } from '../metrics/metrics-answer.js';
import { expectedCounts, whenComplete } from './completeness.js';
import { sampleOrganisation } from './organisation.js';

export interface ShownDemo {
  readonly metrics: MetricsAnswer;
  /** Where the dashboard shows them. */
  readonly dashboard: string;
  /** The address that answers with them. */
  readonly address: string;
}

/** Feeds a running platform the sample, and asks it for the metrics once it has counted everything. */
export async function feedSample(
  url: string,
  seed: string,
  end: Instant,
  signal: AbortSignal,
  output: Cli['output'],
): Promise<ShownDemo> {
  const api = new ApiClient(
    { url },
    {
      signal,
      onRetry: (why) => {
        output.note(`${url}: ${why}; trying again`);
      },
    },
  );
  const sample = sampleOrganisation(seed, end);
  const { events } = sample;
  output.note(
    `A sample organisation: ${events.length} events of 180 days, sent to ${url}/v1/events`,
  );
  const lines = events.map((event) => ({ json: JSON.stringify(event) }));
  await sendEvents(api, lines, { progress: output.progress('events', events.length) });
  const query = {
    from: formatInstant(sample.start),
    to: formatInstant(sample.end),
    groupBy: 'team',
    environment: 'production',
  };
  const metrics = await whenComplete(api, query, expectedCounts(sample), signal);
  const days = { from: query.from.slice(0, 10), to: query.to.slice(0, 10), groupBy: 'team' };
  const asked = new URLSearchParams(days).toString();
  return {
    metrics,
    dashboard: `${url}/?last=180d`,
    address: `${url}/v1/metrics?${asked}`,
  };
}
