import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { listParameters } from '../paging/list-parameters.js';
import type { Page } from '../paging/paging.js';
import type { QualityAnswer } from './quality-answer.js';
import type { QualityItem } from './quality-item.js';
import { qualityParameters } from './quality-parameters.js';
import { QualityReport } from './quality-report.js';

@Controller('v1/quality')
@RequireScope('read')
export class QualityController {
  constructor(private readonly report: QualityReport) {}

  @Get()
  quality(@Query() query: unknown): Promise<QualityAnswer> {
    return this.report.answer(parseQuery(qualityParameters, query));
  }

  @Get(':name')
  page(@Param('name') name: string, @Query() query: unknown): Promise<Page<QualityItem>> {
    return this.report.page(name, parseQuery(listParameters, query));
  }
}
