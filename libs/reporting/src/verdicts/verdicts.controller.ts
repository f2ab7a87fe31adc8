import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { formatInstant } from '@throughline/events';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readVerdictHistory } from '@throughline/store';
import { z } from 'zod';
import type { DeploymentAddress } from '../deployments/deployment-commits.js';
import { noParameters } from '../no-parameters.js';
import { STORE_CLIENT } from '../reporting-options.js';

/** What a person said of a deployment, or that they took it back. */
export const verdictItemSchema = z.object({
  failed: z
    .boolean()
    .nullable()
    .describe('Whether the deployment failed its users; null where the verdict was taken back.'),
  takenBack: z.boolean(),
  by: z.string().describe('As whoever said it wished to be named.'),
  reason: z.string().nullable().describe('null only where a verdict was taken back without one.'),
  at: z.iso.datetime(),
});

export type VerdictItem = z.infer<typeof verdictItemSchema>;

export const verdictsAnswerSchema = z.object({ items: z.array(verdictItemSchema) });

@Controller('v1/deployments/:service/:environment/:id/verdicts')
@RequireScope('read')
export class VerdictsController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  /** Empty where nobody said anything; a verdict may also come before its deployment. */
  @Get()
  async trail(
    @Param() { service, environment, id }: DeploymentAddress,
    @Query() query: unknown,
  ): Promise<{ readonly items: readonly VerdictItem[] }> {
    parseQuery(noParameters, query);
    const rows = await readVerdictHistory(this.client, { service, environment, deploymentId: id });
    return {
      items: rows.map(({ at, reason, ...row }) => ({
        ...row,
        reason: reason ?? null,
        at: formatInstant(at),
      })),
    };
  }
}
