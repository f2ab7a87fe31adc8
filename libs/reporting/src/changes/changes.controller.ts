import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { CsvReply } from '../csv/csv-reply.js';
import { ListAnswers } from '../csv/list-answers.js';
import { exportedListParameters } from '../paging/list-parameters.js';
import type { Page } from '../paging/paging.js';
import { type ChangeItem, changeItemSchema, ChangesReport } from './changes-report.js';

@Controller('v1/changes')
@RequireScope('read')
export class ChangesController {
  constructor(
    private readonly changes: ChangesReport,
    private readonly answers: ListAnswers,
  ) {}

  @Get()
  list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<Page<ChangeItem> | StreamableFile> {
    return this.answers.ofWindow(
      parseQuery(exportedListParameters, query),
      {
        name: 'changes',
        item: changeItemSchema,
        page: (question) => this.changes.page(question),
      },
      reply,
    );
  }
}
