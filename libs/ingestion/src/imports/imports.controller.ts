import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { parseBody, RequireScope } from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { importBody, type ImportReceipt } from './answers.js';
import { ImportIntake } from './import-intake.js';

/** Takes what a source would have delivered from somebody whose token vouches for it. */
@Controller('v1/imports')
@RequireScope('ingest')
export class ImportsController {
  constructor(@Inject(ImportIntake) private readonly intake: ImportIntake) {}

  @Post(':source')
  @HttpCode(202)
  async receive(
    @Param('source') source: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportReceipt> {
    const { deliveries } = await parseBody(importBody, request);
    return this.intake.take(source, deliveries);
  }
}
