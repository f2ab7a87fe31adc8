import { setTimeout as delay } from 'node:timers/promises';
import { groupBy } from '@throughline/dora';
import { TOPICS, type Instant, tellerKeyOf } from '@throughline/events';
import type { Logger } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  type Delivery,
  insertDeliveries,
  insertReceiverStates,
  readDeliveriesOf,
  readDisabledReceivers,
  readPendingDeliveries,
} from '@throughline/store';
import type { Receiver } from '../delivery/receiver.js';
import { nextAttemptAt } from '../delivery/retries.js';
import { dropped } from '../telling/told-rows.js';
import { countDelivery, pendingDeliveries, sendingFailed } from '../telemetry.js';
import type { Notices } from './notices.js';
import type { Repeats } from './repeats.js';

export interface SendingSettings {
  /** By the names that deliveries have. */
  readonly receivers: ReadonlyMap<string, Receiver>;
  /** Whether this alerter is the one that sends what has a key. */
  readonly owns: (topic: string, key: string) => boolean;
  readonly now: () => Instant;
  readonly random: () => number;
}

/** How often it is looked whether anything is due that nobody has said: what an alerter left that died. */
const LOOK_EVERY_MS = 2_000;

/**
 * Sends what is due, to every receiver by itself: one that hangs or is away holds up nobody else.
 * What was decided later about an alert waits for what was decided before, so that no receiver hears
 * of an end without a beginning.
 */
export class Sender {
  private readonly stopping = new AbortController();
  private readonly busy = new Map<string, Promise<void>>();
  private wakeUp: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private repeating: Promise<void> | undefined;

  constructor(
    private readonly client: ClickHouseClient,
    private readonly notices: Notices,
    private readonly repeats: Repeats,
    private readonly settings: SendingSettings,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Something may be due now. */
  wake(): void {
    this.wakeUp();
  }

  /** Waits for what is being sent. What is not sent is kept, and sent by whoever comes next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await Promise.allSettled([...this.busy.values(), this.repeating]);
  }

  /** Beside everything else: whoever has to be told again may hang as well. */
  private repeatMeanwhile(): void {
    this.repeating ??= this.repeats
      .sayAgain()
      .catch((err: unknown) => {
        sendingFailed(this.logger, { err });
      })
      .finally(() => (this.repeating = undefined));
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.wakeUp = resolve));
      let waitMs = LOOK_EVERY_MS;
      try {
        waitMs = Math.min(waitMs, await this.sendDue());
        this.repeatMeanwhile();
      } catch (err) {
        sendingFailed(this.logger, { err });
      }
      const { signal } = this.stopping;
      const waited = new AbortController();
      await Promise.race([
        woken,
        delay(waitMs, undefined, { signal: AbortSignal.any([signal, waited.signal]) }).catch(
          () => undefined,
        ),
      ]);
      waited.abort();
    }
  }

  /** @returns in how many milliseconds the next one is due */
  private async sendDue(): Promise<number> {
    const own = (await readPendingDeliveries(this.client, {})).filter(({ environment }) =>
      this.settings.owns(TOPICS.alerts, tellerKeyOf(environment)),
    );
    pendingDeliveries.set(own.length);
    if (own.length === 0) return LOOK_EVERY_MS;
    const gone = new Set(
      (await readDisabledReceivers(this.client, {})).map(({ receiver }) => receiver),
    );
    const now = this.settings.now();
    const byReceiver = groupBy(firstOfEach(own), ({ receiver }) => receiver);
    let soonest = Infinity;
    for (const [receiver, deliveries] of byReceiver) {
      if (this.busy.has(receiver)) continue;
      const due = deliveries.filter(({ nextAttemptAt: at = 0 }) => at <= now);
      if (due.length > 0) this.begin(receiver, due, gone.has(receiver));
      for (const { nextAttemptAt: at = 0 } of deliveries) {
        if (at > now) soonest = Math.min(soonest, at - now);
      }
    }
    return soonest;
  }

  private begin(receiver: string, due: readonly Delivery[], isGone: boolean): void {
    const sending = this.sendAll(receiver, due, isGone)
      .catch((err: unknown) => {
        sendingFailed(this.logger, { err });
      })
      .finally(() => {
        this.busy.delete(receiver);
        this.wake();
      });
    this.busy.set(receiver, sending);
  }

  private async sendAll(name: string, due: readonly Delivery[], isGone: boolean): Promise<void> {
    const receiver = this.settings.receivers.get(name);
    for (const delivery of due) {
      if (this.stopping.signal.aborted) return;
      // It may have been sent or dropped since it was read as due: what was read then must not be written over it.
      if (!(await this.isCurrent(delivery))) continue;
      const now = this.settings.now();
      if (receiver === undefined) {
        await this.keep(
          dropped(delivery, now, 'there is no such receiver in the configuration any more'),
        );
      } else if (isGone) {
        await this.keep(
          settled(delivery, 'disabled', now, 'the receiver said that it is gone (410)'),
        );
      } else {
        await this.attempt(delivery, receiver);
      }
    }
  }

  private async attempt(delivery: Delivery, receiver: Receiver): Promise<void> {
    const { now, random } = this.settings;
    const notification = await this.notices.read(delivery);
    if (notification === undefined) {
      await this.keep(dropped(delivery, now(), 'the store does not have its alert'));
      return;
    }
    const attempts = delivery.attempts + 1;
    const outcome = await receiver.send(notification, now());
    const at = now();
    const attempted = { ...delivery, attempts };
    if (outcome.outcome === 'delivered') {
      countDelivery(delivery.action, 'delivered', (at - delivery.createdAt) / 1000);
      await this.keep(settled(attempted, 'delivered', at));
      return;
    }
    const { message, disabled = false } = outcome;
    if (disabled) {
      await insertReceiverStates(this.client, [
        { receiver: delivery.receiver, disabled: true, changedAt: at, reason: message },
      ]);
    }
    const next = disabled ? undefined : nextAttemptAt(attempts, outcome, at, random);
    countDelivery(delivery.action, next === undefined ? 'failed' : 'retried');
    await this.keep(
      next === undefined
        ? settled(attempted, disabled ? 'disabled' : 'failed', at, message)
        : {
            ...attempted,
            nextAttemptAt: next,
            lastError: message,
            version: delivery.version + 1,
          },
    );
  }

  private async isCurrent({ id, alertId, version }: Delivery): Promise<boolean> {
    const deliveries = await readDeliveriesOf(this.client, { alertIds: [alertId] });
    const current = deliveries.find((one) => one.id === id);
    return current?.state === 'pending' && current.version === version;
  }

  private async keep(delivery: Delivery): Promise<void> {
    await insertDeliveries(this.client, [delivery]);
  }
}

/** Of everything that a receiver is still to hear of one alert, what was decided first. */
function firstOfEach(pending: readonly Delivery[]): readonly Delivery[] {
  const first = new Map<string, Delivery>();
  for (const delivery of pending) {
    const key = JSON.stringify([delivery.alertId, delivery.receiver]);
    if (!first.has(key)) first.set(key, delivery);
  }
  return [...first.values()];
}

function settled(
  delivery: Delivery,
  state: 'delivered' | 'failed' | 'disabled',
  at: Instant,
  lastError?: string,
): Delivery {
  return {
    ...delivery,
    state,
    nextAttemptAt: undefined,
    settledAt: at,
    lastError,
    version: delivery.version + 1,
  };
}
