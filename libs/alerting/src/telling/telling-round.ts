import { type Alert, groupBy } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import {
  type ClickHouseClient,
  type Delivery,
  insertDeliveries,
  insertNotifications,
  readChildren,
  readDeliveriesOf,
  readNotificationsOf,
  type StoredNotification,
} from '@throughline/store';
import { isHistory } from '../deciding/reconcile.js';
import { countNotification } from '../telemetry.js';
import { COMMON_CAUSE } from './common-cause.js';
import { hushOf, type HushSettings } from './hush.js';
import { receiversOf, type RoutingSettings } from './routing.js';
import { deliveryRow, notificationId, notificationRow, type Occasion } from './told-rows.js';

export interface TellingSettings extends HushSettings, RoutingSettings {
  /** How long the first word of failures waits for others that began with them, in milliseconds. */
  readonly groupWaitMs: number;
}

type Unsaid = Parameters<typeof notificationRow>[3] & { readonly state: 'deferred' | 'unsaid' };
type Told = Pick<StoredNotification, 'id' | 'action' | 'state' | 'reason'>;

/**
 * What is to be told of some alerts, worked out together: a bad day brings hundreds at once, and to
 * read and write for each by itself would make the last of them late.
 */
export class TellingRound {
  private readonly newDeliveries: Delivery[] = [];
  private readonly newNotifications: StoredNotification[] = [];

  private constructor(
    private readonly client: ClickHouseClient,
    private readonly settings: TellingSettings,
    private readonly now: Instant,
    private readonly told: Map<string, readonly Told[]>,
    private readonly deliveries: Map<string, readonly Delivery[]>,
  ) {}

  /** With all that was told of these alerts before. */
  static async begin(
    client: ClickHouseClient,
    settings: TellingSettings,
    alertIds: string[],
    now: Instant,
  ): Promise<TellingRound> {
    const [told, deliveries] = await Promise.all([
      readNotificationsOf(client, { alertIds }),
      readDeliveriesOf(client, { alertIds }),
    ]);
    return new TellingRound(
      client,
      settings,
      now,
      new Map(groupBy(told, ({ alertId }) => alertId)),
      new Map(groupBy(deliveries, ({ alertId }) => alertId)),
    );
  }

  async add(alert: Alert, occasion: Occasion): Promise<void> {
    const told = this.told.get(alert.id) ?? [];
    const id = notificationId(occasion);
    if (told.some((one) => one.id === id && one.state === 'sent_out')) return;
    const unsaid = this.whyNot(alert, occasion, told);
    if (unsaid !== undefined) {
      this.state(occasion, unsaid);
      return;
    }
    const receivers =
      occasion.action === 'opened' || occasion.action === 'escalated'
        ? receiversOf(alert, await this.partsOf(alert), this.settings)
        : this.whoeverWasTold(alert);
    if (receivers.length === 0) {
      this.state(occasion, { state: 'unsaid', reason: 'no_receiver' });
      return;
    }
    const waits = occasion.action === 'opened' && alert.kind === 'change-failure-spike';
    const dueAt = this.now + (waits ? this.settings.groupWaitMs : 0);
    const rows = receivers.map((receiver) => deliveryRow(occasion, receiver, dueAt));
    this.newDeliveries.push(...rows);
    this.deliveries.set(alert.id, [...(this.deliveries.get(alert.id) ?? []), ...rows]);
    this.state(occasion, { state: 'sent_out' });
  }

  /** It was over before anybody was to hear of it. */
  leaveOut(alert: Alert, occasion: Occasion): void {
    this.state(occasion, { state: 'unsaid', reason: alert.unsaid ?? 'silenced' });
  }

  /** Keeps what follows: deliveries first, since a notification says that they are there. */
  async keep(): Promise<void> {
    await insertDeliveries(this.client, this.newDeliveries);
    await insertNotifications(this.client, this.newNotifications);
    for (const { action, state } of this.newNotifications) countNotification(action, state);
  }

  /** Why nobody is told, or not yet. */
  private whyNot(alert: Alert, { action }: Occasion, told: readonly Told[]): Unsaid | undefined {
    if (isHistory(alert)) return { state: 'unsaid', reason: 'history' };
    const wasTold = told.some(
      (one) => (one.action === 'opened' || one.action === 'escalated') && one.state === 'sent_out',
    );
    if (alert.parentId !== undefined && !wasTold) {
      return { state: 'unsaid', reason: 'part_of_parent' };
    }
    if (action === 'opened' || action === 'escalated') {
      const hush = hushOf(alert, this.now, this.settings);
      return hush && { state: 'deferred', reason: hush.reason, dueAt: hush.until };
    }
    if (wasTold) return undefined;
    const waiting = told.find((one) => one.state !== 'sent_out');
    return { state: 'unsaid', reason: waiting?.reason ?? 'no_receiver' };
  }

  private whoeverWasTold({ id }: Alert): readonly string[] {
    const told = (this.deliveries.get(id) ?? []).filter(
      ({ state }) => state !== 'dropped' && state !== 'disabled',
    );
    return [...new Set(told.map(({ receiver }) => receiver))];
  }

  private async partsOf(alert: Alert): Promise<readonly Alert[]> {
    if (alert.kind !== COMMON_CAUSE) return [];
    return (await readChildren(this.client, { parentId: alert.id })).map((one) => one.alert);
  }

  private state(
    occasion: Occasion,
    { state, ...why }: Unsaid | { readonly state: 'sent_out' },
  ): void {
    const row = notificationRow(occasion, state, this.now, why);
    this.newNotifications.push(row);
    this.told.set(occasion.alertId, [
      ...(this.told.get(occasion.alertId) ?? []).filter(({ id }) => id !== row.id),
      row,
    ]);
  }
}
