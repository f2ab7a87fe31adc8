import { Inject, Injectable } from '@nestjs/common';
import type { Alert } from '@throughline/dora';
import { type ClickHouseClient, readAcknowledgements, readChildCounts } from '@throughline/store';
import { STORE_CLIENT } from '../reporting-options.js';
import { type AlertItem, alertItem } from './alert-item.js';

/** Shows alerts with what others than their decider wrote about them. */
@Injectable()
export class AlertItems {
  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  async describe(alerts: readonly Alert[]): Promise<readonly AlertItem[]> {
    if (alerts.length === 0) return [];
    // Whoever has just taken one on is to see so before its decider has heard of it.
    const alertIds = alerts.flatMap(({ id, acknowledged }) => (acknowledged ? [] : [id]));
    const [acknowledgements, childCounts] = await Promise.all([
      alertIds.length === 0 ? [] : readAcknowledgements(this.client, { alertIds }),
      readChildCounts(this.client, { parentIds: alerts.map(({ id }) => id) }),
    ]);
    const children = new Map(childCounts.map((row) => [row.parentId, row.children]));
    return alerts.map((alert) =>
      alertItem(alert, {
        acknowledged:
          alert.acknowledged ?? acknowledgements.find(({ alertId }) => alertId === alert.id),
        children: children.get(alert.id) ?? 0,
      }),
    );
  }
}
