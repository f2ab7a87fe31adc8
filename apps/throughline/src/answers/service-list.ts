import { z } from 'zod';

const text = z.string().nullable();

/** A service: what the catalogue says of it, and where it is deployed. */
export const serviceSchema = z.object({
  name: z.string(),
  team: text,
  repository: text,
  tier: z.number().nullable().describe('1 matters most.'),
  runbookUrl: text,
  environments: z.array(
    z.object({
      environment: z.string(),
      deployments: z.number(),
      lastDeployedAt: text,
    }),
  ),
});

/** What `GET /v1/services` answers, by name. */
export const serviceListSchema = z.object({ items: z.array(serviceSchema) });

export type Service = z.output<typeof serviceSchema>;
