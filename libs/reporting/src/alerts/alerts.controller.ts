import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { CsvReply } from '../csv/csv-reply.js';
import { ListAnswers } from '../csv/list-answers.js';
import type { Page } from '../paging/paging.js';
import { alertListParameters } from './alert-filters.js';
import { type AlertItem, alertItemSchema } from './alert-item.js';
import { AlertsReport } from './alerts-report.js';

@Controller('v1/alerts')
@RequireScope('read')
export class AlertsController {
  constructor(
    private readonly alerts: AlertsReport,
    private readonly answers: ListAnswers,
  ) {}

  @Get()
  list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<Page<AlertItem> | StreamableFile> {
    return this.answers.ofWindow(
      parseQuery(alertListParameters, query),
      {
        name: 'alerts',
        item: alertItemSchema,
        page: (question) => this.alerts.page(question),
      },
      reply,
    );
  }
}
