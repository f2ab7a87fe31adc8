import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { definitionQuestion } from '../definitions/definition-parameter.js';
import type { DeploymentAddress } from './deployment-commits.js';
import type { DeploymentDetail } from './deployment-detail.js';
import { DeploymentReport } from './deployment-report.js';

@Controller('v1/deployments/:service/:environment/:id')
@RequireScope('read')
export class DeploymentController {
  constructor(private readonly report: DeploymentReport) {}

  @Get()
  answer(@Param() address: DeploymentAddress, @Query() query: unknown): Promise<DeploymentDetail> {
    return this.report.answer(address, parseQuery(definitionQuestion, query).definition);
  }
}
