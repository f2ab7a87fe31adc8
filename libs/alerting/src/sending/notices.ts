import type { Alert } from '@throughline/dora';
import {
  type ClickHouseClient,
  type Delivery,
  readAlerts,
  readChildren,
  readDeliveriesOf,
} from '@throughline/store';
import type { Notification } from '../delivery/notification.js';

/** Puts together what a delivery says: the alert as it is by now. */
export class Notices {
  /** @param publicUrl where people reach the dashboard, without a slash at its end */
  constructor(
    private readonly client: ClickHouseClient,
    private readonly publicUrl: string | undefined,
  ) {}

  /** @returns undefined where the delivery is no longer what it was: it was sent, or dropped, meanwhile */
  async read(delivery: Delivery): Promise<Notification | undefined> {
    const { id, alertId, notificationId, action, version } = delivery;
    const deliveries = await readDeliveriesOf(this.client, { alertIds: [alertId] });
    const current = deliveries.find((one) => one.id === id);
    if (current?.state !== 'pending' || current.version !== version) return undefined;
    const alert = await this.alert(alertId);
    if (alert === undefined) return undefined;
    return { id: notificationId, action, alert, ...(await this.around(alert)) };
  }

  async around(alert: Alert): Promise<Pick<Notification, 'children' | 'url'>> {
    const children =
      alert.kind === 'common-cause'
        ? (await readChildren(this.client, { parentId: alert.id })).map((one) => one.alert)
        : [];
    const url = this.publicUrl === undefined ? undefined : `${this.publicUrl}/alerts/${alert.id}`;
    return { children, url };
  }

  private async alert(id: string): Promise<Alert | undefined> {
    return (await readAlerts(this.client, { ids: [id] }))[0]?.alert;
  }
}
