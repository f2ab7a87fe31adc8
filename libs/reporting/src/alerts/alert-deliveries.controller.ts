import { Controller, Get, Inject, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { type ClickHouseClient, DELIVERY_STATES, readDeliveriesPage } from '@throughline/store';
import { z } from 'zod';
import { BEHIND_ALL, type Page, pageOf, pagingParameters, readCursor } from '../paging/paging.js';
import { STORE_CLIENT } from '../reporting-options.js';
import { someOf } from '../scope/scope-parameters.js';
import { deliveryItem, deliveryItemSchema } from './delivery-item.js';

export const deliveryListParameters = z.strictObject({
  state: someOf(DELIVERY_STATES),
  ...pagingParameters,
});

/** A delivery as `GET /v1/alerts/deliveries` shows it. */
export const listedDeliverySchema = deliveryItemSchema.extend({ alertId: z.string() });

export type ListedDelivery = z.infer<typeof listedDeliverySchema>;

const position = z.tuple([z.int(), z.string()]);

@Controller('v1/alerts/deliveries')
@RequireScope('read')
export class AlertDeliveriesController {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  @Get()
  async list(@Query() query: unknown): Promise<Page<ListedDelivery>> {
    const { state, limit, cursor } = parseQuery(deliveryListParameters, query);
    const after = readCursor(cursor, position);
    const rows = await readDeliveriesPage(this.client, {
      states: [...(state ?? DELIVERY_STATES)],
      afterCreated: after?.[0] ?? BEHIND_ALL.number,
      afterId: after?.[1] ?? BEHIND_ALL.text,
      limit: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      ({ createdAt, id }) => [createdAt, id],
      (delivery) => ({ ...deliveryItem(delivery), alertId: delivery.alertId }),
    );
  }
}
