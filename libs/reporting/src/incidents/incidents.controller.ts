import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { CsvReply } from '../csv/csv-reply.js';
import { ListAnswers } from '../csv/list-answers.js';
import type { Page } from '../paging/paging.js';
import { incidentListParameters } from './incident-filters.js';
import { type IncidentItem, incidentItemSchema, IncidentsReport } from './incidents-report.js';

@Controller('v1/incidents')
@RequireScope('read')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsReport,
    private readonly answers: ListAnswers,
  ) {}

  @Get()
  list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<Page<IncidentItem> | StreamableFile> {
    return this.answers.ofWindow(
      parseQuery(incidentListParameters, query),
      {
        name: 'incidents',
        item: incidentItemSchema,
        page: (question) => this.incidents.page(question),
      },
      reply,
    );
  }
}
