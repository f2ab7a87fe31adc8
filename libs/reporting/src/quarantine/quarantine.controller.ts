import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { parseQuery, ProblemError, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readQuarantineEntry, readQuarantinePage } from '@throughline/store';
import { z } from 'zod';
import { noParameters } from '../no-parameters.js';
import { BEHIND_ALL, type Page, pageOf, pagingParameters, readCursor } from '../paging/paging.js';
import { STORE_CLIENT } from '../reporting-options.js';
import { type QuarantineItem, quarantineItemOf } from './quarantine-item.js';

export const quarantineParameters = z.strictObject({
  ...pagingParameters,
  state: z
    .enum(['open', 'settled', 'all'], { error: 'is none of open, settled, all' })
    .default('open')
    .describe('What nobody has done anything about, what somebody has, or both.'),
});

const position = z.tuple([z.int(), z.string()]);

@Controller('v1/quarantine')
@RequireScope('read')
export class QuarantineController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  @Get()
  async list(@Query() query: unknown): Promise<Page<QuarantineItem>> {
    const { cursor, limit, state } = parseQuery(quarantineParameters, query);
    const after = readCursor(cursor, position);
    const rows = await readQuarantinePage(this.client, {
      afterReceived: after?.[0] ?? BEHIND_ALL.number,
      afterId: after?.[1] ?? BEHIND_ALL.text,
      state,
      limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.receivedAt, row.id], quarantineItemOf);
  }

  @Get(':id')
  async show(@Param('id') id: string, @Query() query: unknown): Promise<QuarantineItem> {
    parseQuery(noParameters, query);
    const [row] = await readQuarantineEntry(this.client, { id });
    if (row === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail:
          'Nothing in quarantine has this id: GET /v1/quarantine?state=all lists all there is.',
      });
    }
    return quarantineItemOf(row);
  }
}
