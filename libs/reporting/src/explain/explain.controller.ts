import { Controller, Get, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { ExplainAnswer } from './explain-item.js';
import { explainParameters } from './explain-parameters.js';
import { ExplainReport } from './explain-report.js';

@Controller('v1/explain')
@RequireScope('read')
export class ExplainController {
  constructor(private readonly report: ExplainReport) {}

  @Get()
  explain(@Query() query: unknown): Promise<ExplainAnswer> {
    return this.report.answer(parseQuery(explainParameters, query));
  }
}
