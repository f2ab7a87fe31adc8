import { type Instant, TOPICS, tellerKeyOf } from '@throughline/events';
import {
  type ClickHouseClient,
  type Delivery,
  readDeliveriesOf,
  readFiring,
} from '@throughline/store';
import type { SendingSettings } from './sender.js';
import type { Notices } from './notices.js';

/**
 * Says again what receivers forget by themselves: while an alert fires, and as often as each needs it.
 * What comes of it is not kept: the next one comes soon.
 */
export class Repeats {
  /** By delivery, when it was last said. */
  private readonly saidAt = new Map<string, Instant>();

  constructor(
    private readonly client: ClickHouseClient,
    private readonly notices: Notices,
    private readonly settings: SendingSettings,
  ) {}

  async sayAgain(): Promise<void> {
    const forgetful = [...this.settings.receivers].filter(
      ([, { repeatEveryMs }]) => repeatEveryMs !== undefined,
    );
    if (forgetful.length === 0) return;
    const own = (await readFiring(this.client, {})).filter(({ alert: { subject } }) =>
      this.settings.owns(TOPICS.alerts, tellerKeyOf(subject.environment)),
    );
    if (own.length === 0) return;
    const deliveries = await readDeliveriesOf(this.client, {
      alertIds: own.map(({ alert }) => alert.id),
    });
    const now = this.settings.now();
    await Promise.all(
      newestOfEach(deliveries).map(async (delivery) => {
        const { alertId, notificationId, action, settledAt = now } = delivery;
        const receiver = this.settings.receivers.get(delivery.receiver);
        const alert = own.find((one) => one.alert.id === alertId)?.alert;
        const { repeatEveryMs } = receiver ?? {};
        if (receiver === undefined || alert === undefined || repeatEveryMs === undefined) return;
        if (now - (this.saidAt.get(delivery.id) ?? settledAt) < repeatEveryMs) return;
        this.saidAt.set(delivery.id, now);
        await receiver.send(
          { id: notificationId, action, alert, ...(await this.notices.around(alert)) },
          now,
        );
      }),
    );
  }
}

/** What each receiver was last told of each alert: an escalation takes the place of what it was before. */
function newestOfEach(deliveries: readonly Delivery[]): readonly Delivery[] {
  const newest = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    const { alertId, receiver, state } = delivery;
    if (state === 'delivered') newest.set(JSON.stringify([alertId, receiver]), delivery);
  }
  return [...newest.values()];
}
