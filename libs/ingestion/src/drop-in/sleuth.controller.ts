import { Controller, Header, HttpCode, Inject, Param, Post, Req, UseFilters } from '@nestjs/common';
import { RequireScope, TokenAlsoIn } from '@throughline/service-kit';
import {
  type DropInReading,
  readSleuthDeploy,
  readSleuthImpact,
  type SleuthDeployment,
  type SleuthImpactSource,
} from '@throughline/sources';
import type { FastifyRequest } from 'fastify';
import { DropInIntake } from './drop-in-intake.js';
import { requestFields } from './request-fields.js';
import { ToolProblems } from './tool-problems.js';

const SOURCE = 'sleuth';
const TEXT = 'text/plain; charset=utf-8';

/** Sleuth's registration of deploys and of the impact of incidents. */
@Controller('api/1/deployments')
@RequireScope('ingest')
@TokenAlsoIn({ scheme: 'apikey', bodyField: 'api_key', parameter: 'apiKey' })
@UseFilters(ToolProblems)
export class SleuthController {
  constructor(@Inject(DropInIntake) private readonly intake: DropInIntake) {}

  @Post(':organisation/:deployment/register_deploy')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async deploy(
    @Param() address: SleuthDeployment,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const said = await requestFields(request);
    return this.#take(readSleuthDeploy(said, address, this.intake.now()));
  }

  @Post(':organisation/:deployment/:environment/:source/register_impact/:apiKey')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async impact(
    @Param() address: SleuthImpactSource,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const said = await requestFields(request);
    return this.#take(readSleuthImpact(said, address, this.intake.now()));
  }

  async #take(reading: DropInReading): Promise<string> {
    return (await this.intake.take(SOURCE, reading)) ?? 'Success';
  }
}
