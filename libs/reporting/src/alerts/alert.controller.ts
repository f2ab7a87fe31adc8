import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { noParameters } from '../no-parameters.js';
import type { AlertDetail } from './alert-detail.js';
import { AlertReport } from './alert-report.js';

@Controller('v1/alerts/:id')
@RequireScope('read')
export class AlertController {
  constructor(private readonly report: AlertReport) {}

  @Get()
  answer(@Param('id') id: string, @Query() query: unknown): Promise<AlertDetail> {
    parseQuery(noParameters, query);
    return this.report.answer(id);
  }
}
