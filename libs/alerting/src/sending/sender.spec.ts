import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AlertAction } from '@throughline/events';
import { insertDeliveries, readDeliveriesOf, readDisabledReceivers } from '@throughline/store';
import { openTestStore, type TestStore, until } from '@throughline/testing';
import { alertOf, NOON } from '../alert.fixture.js';
import type { Notification } from '../delivery/notification.js';
import type { DeliveryOutcome, Receiver } from '../delivery/receiver.js';
import { SILENT, storeAlerts } from '../store.fixture.js';
import { deliveryRow, dropped } from '../telling/told-rows.js';
import { Notices } from './notices.js';
import { Repeats } from './repeats.js';
import { Sender } from './sender.js';

/** A receiver whose answers a test decides. */
class Scripted implements Receiver {
  readonly sent: Notification[] = [];
  answer: () => Promise<DeliveryOutcome> = () => Promise.resolve({ outcome: 'delivered' });
  repeatEveryMs: number | undefined;

  send(notification: Notification): Promise<DeliveryOutcome> {
    this.sent.push(notification);
    return this.answer();
  }

  said(): readonly string[] {
    return this.sent.map(({ action, alert }) => `${alert.id} ${action}`);
  }
}

const fails = (more: object = {}) =>
  Promise.resolve({ outcome: 'failed', again: true, message: 'it answered 503', ...more } as const);

describe('what is to be delivered', () => {
  let store: TestStore;
  let chat: Scripted;
  let pager: Scripted;
  let sender: Sender;
  let now: number;
  let owns: boolean;
  let ids = 0;
  let id: string;

  beforeAll(async () => {
    store = await openTestStore();
  });

  afterAll(() => store.close());

  beforeEach(async () => {
    [chat, pager] = [new Scripted(), new Scripted()];
    [now, owns] = [NOON, true];
    ids += 1;
    id = `alert-${ids}`;
    await storeAlerts(store.client, alertOf({ id }));
    sender = newSender();
  });

  afterEach(() => sender.stop());

  function newSender(): Sender {
    const notices = new Notices(store.client, 'https://throughline.example');
    const settings = {
      receivers: new Map<string, Receiver>([
        ['chat', chat],
        ['pager', pager],
      ]),
      owns: () => owns,
      now: () => now,
      random: () => 0,
    };
    const repeats = new Repeats(store.client, notices, settings);
    return new Sender(store.client, notices, repeats, settings, SILENT);
  }

  const deliver = (action: AlertAction, receiver: string, decidedAt = NOON) =>
    insertDeliveries(store.client, [
      deliveryRow(
        { alertId: id, action, environment: 'production', decidedAt },
        receiver,
        decidedAt,
      ),
    ]);

  const states = async () =>
    (await readDeliveriesOf(store.client, { alertIds: [id] })).map(
      ({ action, receiver, state, attempts }) => `${action} ${receiver} ${state} ${attempts}`,
    );

  const reaches = async (expected: readonly string[]) => {
    await until(
      `the deliveries to be ${expected.join(', ')}`,
      async () => {
        sender.wake();
        const found = await states();
        return JSON.stringify([...found].sort()) === JSON.stringify([...expected].sort())
          ? true
          : Promise.reject(new Error(found.join(', ')));
      },
      20_000,
    );
  };

  it('is sent with the address of the alert', async () => {
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat delivered 1']);
    expect(chat.sent).toMatchObject([
      { action: 'opened', url: `https://throughline.example/alerts/${id}` },
    ]);
  });

  it('is held up by nobody else who hangs', async () => {
    let free: (outcome: DeliveryOutcome) => void = () => undefined;
    pager.answer = () => new Promise((resolve) => (free = resolve));
    await deliver('opened', 'pager');
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat delivered 1', 'opened pager pending 0']);
    free({ outcome: 'delivered' });
    await reaches(['opened chat delivered 1', 'opened pager delivered 1']);
  });

  it('is tried again when the schedule says so, under the same name', async () => {
    chat.answer = () => fails();
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat pending 1']);
    now += 4_999;
    sender.wake();
    chat.answer = () => Promise.resolve({ outcome: 'delivered' });
    now += 1;
    await reaches(['opened chat delivered 2']);
    expect(new Set(chat.sent.map((one) => one.id)).size).toBe(1);
  });

  it('says what was decided later only after what was decided before', async () => {
    chat.answer = () => fails();
    await deliver('opened', 'chat');
    await deliver('resolved', 'chat', NOON + 1);
    sender.start();
    await reaches(['opened chat pending 1', 'resolved chat pending 0']);
    chat.answer = () => Promise.resolve({ outcome: 'delivered' });
    now += 60_000;
    await reaches(['opened chat delivered 2', 'resolved chat delivered 1']);
    expect(chat.said()).toEqual([`${id} opened`, `${id} opened`, `${id} resolved`]);
  });

  it('is given up where there is no use in trying again', async () => {
    chat.answer = () => fails({ again: false });
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat failed 1']);
    const [delivery] = await readDeliveriesOf(store.client, { alertIds: [id] });
    expect(delivery).toMatchObject({ lastError: 'it answered 503', nextAttemptAt: undefined });
  });

  it('is not sent to whoever said that he is gone', async () => {
    pager.answer = () => fails({ again: false, disabled: true });
    await deliver('opened', 'pager');
    await deliver('resolved', 'pager', NOON + 1);
    now = NOON + 1;
    sender.start();
    await reaches(['opened pager disabled 1', 'resolved pager disabled 0']);
    expect(await readDisabledReceivers(store.client, {})).toMatchObject([{ receiver: 'pager' }]);
    expect(pager.sent).toHaveLength(1);
  });

  it('is not sent where it was dropped, or where the receiver is no longer configured', async () => {
    await deliver('opened', 'gone');
    const occasion = { alertId: id, action: 'opened', environment: 'production', decidedAt: NOON };
    const row = deliveryRow(occasion as never, 'chat', NOON);
    await insertDeliveries(store.client, [row, dropped(row, NOON, 'part of a common cause')]);
    sender.start();
    await reaches(['opened chat dropped 0', 'opened gone dropped 0']);
    expect(chat.sent).toEqual([]);
  });

  it('is left to whoever owns its environment', async () => {
    owns = false;
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat pending 0']);
    owns = true;
    await reaches(['opened chat delivered 1']);
  });

  it('is repeated while it fires to whoever forgets', async () => {
    chat.repeatEveryMs = 60_000;
    await deliver('opened', 'chat');
    sender.start();
    await reaches(['opened chat delivered 1']);
    now += 60_000;
    await until('it to be said again', () => {
      sender.wake();
      return chat.sent.filter(({ alert }) => alert.id === id).length > 1 ? true : undefined;
    });
    const own = chat.said().filter((said) => said.startsWith(`${id} `));
    expect(own).toEqual([`${id} opened`, `${id} opened`]);
  });
});
