import { Inject, Injectable } from '@nestjs/common';
import type { Acknowledgement, Alert } from '@throughline/dora';
import { type EventLog, type LogRecord, LogUnavailableError } from '@throughline/event-log';
import {
  type ChangedMessage,
  deciderKeyOf,
  type Instant,
  tellerKeyOf,
  TOPICS,
} from '@throughline/events';
import { ProblemError, retryLater } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  type Delivery,
  insertAcknowledgements,
  insertDeliveries,
  insertReceiverStates,
  readAlerts,
  readDeliveriesOf,
} from '@throughline/store';
import { COMMON_CAUSE } from '../telling/common-cause.js';
import { decidedRecord } from '../telling/decided-record.js';
import { ALERT_ACTIONS_OPTIONS, type AlertActionsOptions } from './alert-actions-options.js';

/** When to ask again for what the log does not take now. */
const RETRY_AFTER_SECONDS = 5;

/** What people do about alerts. Whoever decides about the alert hears of it over the log. */
@Injectable()
export class AlertActions {
  private readonly client: ClickHouseClient;
  private readonly log: EventLog;
  private readonly now: () => Instant;

  constructor(@Inject(ALERT_ACTIONS_OPTIONS) { client, log, now }: AlertActionsOptions) {
    this.client = client;
    this.log = log;
    this.now = now;
  }

  /** @throws ProblemError TL_NOT_FOUND, TL_ALERT_RESOLVED, TL_LOG_UNAVAILABLE */
  async acknowledge(
    id: string,
    { at, ...said }: Omit<Acknowledgement, 'at'> & { readonly at?: Instant | undefined },
  ): Promise<void> {
    const alert = await this.find(id);
    if (alert.state === 'resolved') {
      throw new ProblemError('TL_ALERT_RESOLVED', { detail: `The alert ${id} is over.` });
    }
    await insertAcknowledgements(this.client, [{ alertId: id, ...said, at: at ?? this.now() }]);
    await this.tellDecider(alert);
  }

  /** @throws ProblemError TL_NOT_FOUND */
  async sendAgain(alertId: string, deliveryId: string): Promise<void> {
    await this.find(alertId);
    const deliveries = await readDeliveriesOf(this.client, { alertIds: [alertId] });
    const delivery = deliveries.find(({ id }) => id === deliveryId);
    if (delivery === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `The alert ${alertId} has no delivery ${deliveryId}.`,
      });
    }
    const at = this.now();
    // Whoever sends again believes that the receiver is there again.
    await insertReceiverStates(this.client, [
      { receiver: delivery.receiver, disabled: false, changedAt: at, reason: 'sent to again' },
    ]);
    await insertDeliveries(this.client, [asNew(delivery, at)]);
  }

  private async find(id: string): Promise<Alert> {
    const [known] = await readAlerts(this.client, { ids: [id] });
    if (known !== undefined) return known.alert;
    throw new ProblemError('TL_NOT_FOUND', { detail: `There is no alert ${id}.` });
  }

  private async tellDecider(alert: Alert): Promise<void> {
    try {
      await this.log.append([this.messageTo(alert)]);
    } catch (error) {
      if (!(error instanceof LogUnavailableError)) throw error;
      throw retryLater('TL_LOG_UNAVAILABLE', RETRY_AFTER_SECONDS, { cause: error });
    }
  }

  private messageTo({ id, kind, rule, subject }: Alert): LogRecord {
    const { service, environment } = subject;
    // Whoever tells of a common cause decides about it, too.
    if (kind === COMMON_CAUSE) {
      const message = { alertId: id, action: 'acknowledged', at: this.now() } as const;
      return decidedRecord(message, tellerKeyOf(environment));
    }
    const isOfPlace = service !== undefined && environment !== undefined && isPlaceKind(kind);
    const changed: ChangedMessage = isOfPlace ? { service, environment } : { rule };
    return {
      topic: TOPICS.changed,
      key: deciderKeyOf(changed),
      value: Buffer.from(JSON.stringify(changed)),
    };
  }
}

function isPlaceKind(kind: Alert['kind']): boolean {
  return kind === 'change-failure-spike' || kind === 'open-failure' || kind === 'burn-rate';
}

/** As if it had never been tried; the receiver knows it by its id all the same. */
function asNew(delivery: Delivery, at: Instant): Delivery {
  return {
    ...delivery,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: at,
    settledAt: undefined,
    version: delivery.version + 1,
  };
}
