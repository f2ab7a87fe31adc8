import { Controller, Get, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { DEPLOYMENT_NUMBERS, DeploymentNumbers } from './deployment-numbers.js';
import type { ExplainAnswer } from './explain-item.js';
import { explainParameters } from './explain-parameters.js';
import { ExplainReport } from './explain-report.js';

@Controller('v1/explain')
@RequireScope('read')
export class ExplainController {
  constructor(
    private readonly report: ExplainReport,
    private readonly deployments: DeploymentNumbers,
  ) {}

  @Get()
  explain(@Query() query: unknown): Promise<ExplainAnswer> {
    const question = parseQuery(explainParameters, query);
    return DEPLOYMENT_NUMBERS.includes(question.metric)
      ? this.deployments.answer(question)
      : this.report.answer(question);
  }
}
