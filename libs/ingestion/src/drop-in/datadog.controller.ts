import { Controller, HttpCode, Inject, Param, Patch, Post, Req, UseFilters } from '@nestjs/common';
import { RequireScope, TokenAlsoIn } from '@throughline/service-kit';
import {
  readDatadogDeployment,
  readDatadogFailure,
  readDatadogPatch,
  readDatadogPatchByVersion,
} from '@throughline/sources';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DropInIntake } from './drop-in-intake.js';
import { requestFields } from './request-fields.js';
import { ToolProblems } from './tool-problems.js';

/** DORADeploymentResponse and DORAFailureResponse of Datadog's API. */
export const datadogAnswer = z.object({
  data: z.object({
    id: z.string().describe('Of a deployment: what `PATCH` takes, and nothing else.'),
    type: z.enum(['dora_deployment', 'dora_failure']),
  }),
});

type DatadogAnswer = z.output<typeof datadogAnswer>;

const SOURCE = 'datadog';

/** Datadog's DORA Metrics API, as far as it sends something. */
@Controller('api/v2/dora')
@RequireScope('ingest')
@TokenAlsoIn({ headers: ['dd-api-key'] })
@UseFilters(ToolProblems)
export class DatadogController {
  constructor(@Inject(DropInIntake) private readonly intake: DropInIntake) {}

  @Post('deployment')
  @HttpCode(200)
  async deployment(@Req() request: FastifyRequest): Promise<DatadogAnswer> {
    const reading = readDatadogDeployment(await requestFields(request));
    return { data: { id: await this.intake.keep(SOURCE, reading), type: 'dora_deployment' } };
  }

  @Post(['failure', 'incident'])
  @HttpCode(200)
  async failure(@Req() request: FastifyRequest): Promise<DatadogAnswer> {
    const reading = readDatadogFailure(await requestFields(request));
    return { data: { id: await this.intake.keep(SOURCE, reading), type: 'dora_failure' } };
  }

  @Patch('deployments/:id')
  @HttpCode(202)
  async patch(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    const said = await requestFields(request);
    await this.intake.keep(SOURCE, readDatadogPatch(said, id, this.intake.now()));
  }

  /** Says what to send in its place. */
  @Patch('deployments')
  @HttpCode(202)
  async patchByVersion(): Promise<void> {
    await this.intake.keep(SOURCE, readDatadogPatchByVersion());
  }
}
