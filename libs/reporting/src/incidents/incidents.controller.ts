import { Controller, Get, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { listParameters } from '../paging/list-parameters.js';
import type { Page } from '../paging/paging.js';
import { type IncidentItem, IncidentsReport } from './incidents-report.js';

@Controller('v1/incidents')
@RequireScope('read')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsReport) {}

  @Get()
  list(@Query() query: unknown): Promise<Page<IncidentItem>> {
    return this.incidents.page(parseQuery(listParameters, query));
  }
}
