import type { Alert } from '@throughline/dora';
import { type ClickHouseClient, type Delivery, readAlerts, readChildren } from '@throughline/store';
import type { Notification } from '../delivery/notification.js';

/** Puts together what a delivery says: the alert as it is by now. */
export class Notices {
  /** @param publicUrl where people reach the dashboard, without a slash at its end */
  constructor(
    private readonly client: ClickHouseClient,
    private readonly publicUrl: string | undefined,
  ) {}

  /** @returns undefined where the store does not have the alert */
  async read({ alertId, notificationId, action }: Delivery): Promise<Notification | undefined> {
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
