import { Controller, Get, Inject, Query } from '@nestjs/common';
import { formatInstant } from '@throughline/events';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, readQuarantinePage } from '@throughline/store';
import { z } from 'zod';
import { BEHIND_ALL, type Page, pageOf, pagingParameters, readCursor } from '../paging/paging.js';
import { STORE_CLIENT } from '../reporting-options.js';

/** Something that was sent and could not be used, with what is wrong with it. */
export const quarantineItemSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  source: z.string(),
  reason: z.object({ code: z.string(), message: z.string() }),
  faults: z.array(
    z.object({
      index: z.int().optional(),
      path: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  payload: z.string(),
  encoding: z.string(),
  origin: z.string().nullable().describe('topic/partition/offset, if it came that far.'),
});

export type QuarantineItem = z.infer<typeof quarantineItemSchema>;

export const quarantineParameters = z.strictObject(pagingParameters);

const position = z.tuple([z.int(), z.string()]);

@Controller('v1/quarantine')
@RequireScope('read')
export class QuarantineController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  @Get()
  async list(@Query() query: unknown): Promise<Page<QuarantineItem>> {
    const { cursor, limit } = parseQuery(quarantineParameters, query);
    const after = readCursor(cursor, position);
    const rows = await readQuarantinePage(this.client, {
      afterReceived: after?.[0] ?? BEHIND_ALL.number,
      afterId: after?.[1] ?? BEHIND_ALL.text,
      limit: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.receivedAt, row.id],
      ({ receivedAt, reasonCode, reasonMessage, faults, origin, ...row }) => ({
        ...row,
        receivedAt: formatInstant(receivedAt),
        reason: { code: reasonCode, message: reasonMessage },
        faults: quarantineItemSchema.shape.faults.parse(JSON.parse(faults)),
        origin: origin ?? null,
      }),
    );
  }
}
