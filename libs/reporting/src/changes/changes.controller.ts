import { Controller, Get, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { listParameters } from '../paging/list-parameters.js';
import type { Page } from '../paging/paging.js';
import { type ChangeItem, ChangesReport } from './changes-report.js';

@Controller('v1/changes')
@RequireScope('read')
export class ChangesController {
  constructor(private readonly changes: ChangesReport) {}

  @Get()
  list(@Query() query: unknown): Promise<Page<ChangeItem>> {
    return this.changes.page(parseQuery(listParameters, query));
  }
}
