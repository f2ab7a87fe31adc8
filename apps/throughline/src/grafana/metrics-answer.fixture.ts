import type { Instant } from '@throughline/events';
import { ReportingModule, reportingOptions } from '@throughline/reporting';
import {
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
} from '@throughline/service-kit';
import type { TestStore } from '@throughline/testing';
import { z } from 'zod';

const rate = z.object({
  rate: z.number(),
  low: z.number(),
  high: z.number(),
  deployments: z.number(),
});

export type AnsweredRate = z.infer<typeof rate>;

const answer = z.object({
  rows: z.tuple([
    z.object({
      deploymentFrequency: z.object({ deployments: z.number(), perDay: z.number() }),
      changeLeadTime: z.object({ commits: z.number(), p50: z.number(), p90: z.number() }),
      changeFailRate: rate,
      recoveryTime: z.object({ p50: z.number(), recovered: z.number(), open: z.number() }),
      reworkRate: rate,
    }),
  ]),
});

/** What the query API answers of everything in production, on the same store. */
export async function metricsOf(store: TestStore, from: Instant, to: Instant) {
  const configuration = loadConfiguration({ variables: {}, workingDirectory: store.dataDirectory });
  const api = await createHttpApplication(
    ReportingModule.register(store.client, reportingOptions(configuration)),
    {
      configuration,
      logger: createLogger({ service: 'query-api', level: 'silent' }),
      health: new HealthRegistry(),
    },
  );
  try {
    await api.init();
    await api.getHttpAdapter().getInstance().ready();
    const window = new URLSearchParams({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    });
    const { body } = await api.inject({ url: `/v1/metrics?${window.toString()}` });
    return answer.parse(JSON.parse(body)).rows[0];
  } finally {
    await api.close();
  }
}
