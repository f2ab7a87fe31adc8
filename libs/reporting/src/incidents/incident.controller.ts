import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { definitionQuestion } from '../definitions/definition-parameter.js';
import { type IncidentItem, IncidentsReport } from './incidents-report.js';

@Controller('v1/incidents/:source/:id')
@RequireScope('read')
export class IncidentController {
  constructor(private readonly incidents: IncidentsReport) {}

  @Get()
  answer(
    @Param() address: { readonly source: string; readonly id: string },
    @Query() query: unknown,
  ): Promise<IncidentItem> {
    return this.incidents.one(address, parseQuery(definitionQuestion, query).definition);
  }
}
