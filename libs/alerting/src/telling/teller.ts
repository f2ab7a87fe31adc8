import {
  type AlertAction,
  type DecidedMessage,
  type Instant,
  tellerKeyOf,
} from '@throughline/events';
import type { Alert } from '@throughline/dora';
import {
  type ClickHouseClient,
  type DecidedAlert,
  insertAlertParents,
  insertDeliveries,
  insertNotifications,
  readAlerts,
  readChildren,
  readDeferredNotifications,
  readDeliveriesOf,
  readFiringIn,
  readNotificationsOf,
} from '@throughline/store';
import type { Decisions } from '../deciding/decisions.js';
import { isHistory } from '../deciding/reconcile.js';
import { alertUnknown, countNotification } from '../telemetry.js';
import type { Logger } from '@throughline/service-kit';
import { COMMON_CAUSE, groupByCause, isOver } from './common-cause.js';
import { hushOf, type HushSettings } from './hush.js';
import { receiversOf, type RoutingSettings } from './routing.js';
import {
  deliveryRow,
  dropped,
  notificationId,
  notificationRow,
  type Occasion,
} from './told-rows.js';

export interface TellingSettings extends HushSettings, RoutingSettings {
  /** How long the first word of failures waits for others that began with them, in milliseconds. */
  readonly groupWaitMs: number;
}

/** A replica of the store that is behind by more is no replica of it. */
const REPLICA_BEHIND_MS = 60 * 1000;

type Unsaid = Parameters<typeof notificationRow>[3] & { readonly state: 'deferred' | 'unsaid' };

/**
 * Makes of what was decided what is to be delivered: who is told, whether now, and whether by itself
 * or as a part of a common cause. Each environment has one teller at a time. All of it may be done
 * again: what was told keeps its id, and what was delivered stays delivered.
 */
export class Teller {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly decisions: Decisions,
    private readonly settings: TellingSettings,
    private readonly logger: Logger,
    private readonly now: () => Instant,
  ) {}

  /** Resolves once everything that follows is kept; only then may the messages be committed. */
  async tell(messages: readonly DecidedMessage[]): Promise<void> {
    const alerts = await this.alertsOf(messages.map(({ alertId }) => alertId));
    const environments = new Set([...alerts.values()].map(environmentOf));
    for (const environment of environments) await this.findCommonCause(environment);
    for (const { alertId, action, at } of messages) {
      // Read again: it may have become a part of something just now.
      const alert = (await this.alertsOf([alertId])).get(alertId);
      if (alert === undefined) {
        this.missing(alertId, at);
        continue;
      }
      const environment = environmentOf(alert);
      await this.tellOf(alert, { alertId, action, environment, decidedAt: at });
      if (action === 'resolved' && alert.parentId !== undefined) await this.endOf(alert.parentId);
    }
  }

  /** Looks again at what was put off until now. */
  async tellDeferred(owns: (environment: string) => boolean): Promise<void> {
    const due = await readDeferredNotifications(this.client, { until: this.now() });
    for (const { alertId, action, environment, decidedAt } of due) {
      if (!owns(environment)) continue;
      const alert = (await this.alertsOf([alertId])).get(alertId);
      if (alert === undefined) continue;
      const occasion = { alertId, action, environment, decidedAt };
      if (alert.state === 'resolved') {
        // It was over before anybody was to hear of it.
        await this.state(occasion, { state: 'unsaid', reason: alert.unsaid ?? 'silenced' });
      } else {
        await this.tellOf(alert, occasion);
      }
    }
  }

  /** It was stored before it was in the log: a replica may be behind, or the database is another one. */
  private missing(alertId: string, decidedAt: Instant): void {
    if (this.now() - decidedAt < REPLICA_BEHIND_MS) {
      throw new Error(`the alert ${alertId} was decided and is not in the store yet`);
    }
    alertUnknown(this.logger, { alert: alertId });
  }

  private async tellOf(alert: Alert, occasion: Occasion): Promise<void> {
    const told = await readNotificationsOf(this.client, { alertIds: [alert.id] });
    const id = notificationId(occasion);
    if (told.some((one) => one.id === id && one.state === 'sent_out')) return;
    const unsaid = this.whyNot(alert, occasion, told);
    if (unsaid !== undefined) {
      await this.state(occasion, unsaid);
      return;
    }
    const receivers =
      occasion.action === 'opened' || occasion.action === 'escalated'
        ? receiversOf(alert, await this.partsOf(alert), this.settings)
        : await this.whoeverWasTold(alert);
    if (receivers.length === 0) {
      await this.state(occasion, { state: 'unsaid', reason: 'no_receiver' });
      return;
    }
    const waits = occasion.action === 'opened' && alert.kind === 'change-failure-spike';
    const dueAt = this.now() + (waits ? this.settings.groupWaitMs : 0);
    await insertDeliveries(
      this.client,
      receivers.map((receiver) => deliveryRow(occasion, receiver, dueAt)),
    );
    await insertNotifications(this.client, [notificationRow(occasion, 'sent_out', this.now())]);
    countNotification(occasion.action, 'sent_out');
  }

  /** Why nobody is told, or not yet. */
  private whyNot(
    alert: Alert,
    { action }: Occasion,
    told: Awaited<ReturnType<typeof readNotificationsOf>>,
  ): Unsaid | undefined {
    if (isHistory(alert)) return { state: 'unsaid', reason: 'history' };
    const wasTold = told.some(
      (one) => (one.action === 'opened' || one.action === 'escalated') && one.state === 'sent_out',
    );
    if (alert.parentId !== undefined && !wasTold) {
      return { state: 'unsaid', reason: 'part_of_parent' };
    }
    if (action === 'opened' || action === 'escalated') {
      const hush = hushOf(alert, this.now(), this.settings);
      return hush && { state: 'deferred', reason: hush.reason, dueAt: hush.until };
    }
    if (wasTold) return undefined;
    const waiting = told.find((one) => one.state !== 'sent_out');
    return { state: 'unsaid', reason: waiting?.reason ?? 'no_receiver' };
  }

  private async whoeverWasTold(alert: Alert): Promise<readonly string[]> {
    const deliveries = await readDeliveriesOf(this.client, { alertIds: [alert.id] });
    const told = deliveries.filter(({ state }) => state !== 'dropped' && state !== 'disabled');
    return [...new Set(told.map(({ receiver }) => receiver))];
  }

  private async findCommonCause(environment: string): Promise<void> {
    const firing = (await readFiringIn(this.client, { environment })).map(({ alert }) => alert);
    const now = this.now();
    const grouping = groupByCause(firing, now);
    if (grouping === undefined) return;
    const { parent, isNew, joining } = grouping;
    // Its parts first: an alert that has a parent is looked after by it even if this is done again.
    await insertAlertParents(
      this.client,
      joining.map(({ id }) => ({ alertId: id, parentId: parent.id, joinedAt: now })),
    );
    const deliveries = await readDeliveriesOf(this.client, {
      alertIds: joining.map(({ id }) => id),
    });
    const waiting = deliveries.filter(
      ({ state, attempts, action }) => state === 'pending' && attempts === 0 && action === 'opened',
    );
    await insertDeliveries(
      this.client,
      waiting.map((delivery) => dropped(delivery, now, 'told of as a part of a common cause')),
    );
    await insertNotifications(
      this.client,
      waiting.map(({ alertId, action, createdAt }) =>
        notificationRow({ alertId, action, environment, decidedAt: createdAt }, 'unsaid', now, {
          reason: 'part_of_parent',
        }),
      ),
    );
    await this.decide(parent, ...(isNew ? (['opened'] as const) : []));
  }

  /** Ends an alert about a common cause with the last of its parts. */
  private async endOf(parentId: string): Promise<void> {
    const parent = (await this.alertsOf([parentId])).get(parentId);
    const parts = (await readChildren(this.client, { parentId })).map(({ alert }) => alert);
    if (parent?.state !== 'firing' || !isOver(parts)) return;
    const { parentId: _, unsaid: __, ...kept } = parent;
    const resolvedAt = Math.max(...parts.map((part) => part.resolvedAt ?? part.startedAt));
    await this.decide(
      {
        ...kept,
        state: 'resolved',
        resolution: 'recovered',
        resolvedAt,
        revision: kept.revision + 1,
      },
      'resolved',
    );
  }

  /** Keeps what became of an alert about a common cause, and has it told in its turn. */
  private async decide(alert: DecidedAlert, ...actions: readonly AlertAction[]): Promise<void> {
    await this.decisions.keep([{ alert, actions }], tellerKeyOf(alert.subject.environment));
  }

  private async partsOf(alert: Alert): Promise<readonly Alert[]> {
    if (alert.kind !== COMMON_CAUSE) return [];
    return (await readChildren(this.client, { parentId: alert.id })).map((one) => one.alert);
  }

  private async state(occasion: Occasion, { state, ...why }: Unsaid): Promise<void> {
    await insertNotifications(this.client, [notificationRow(occasion, state, this.now(), why)]);
    countNotification(occasion.action, state);
  }

  private async alertsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Alert>> {
    const known = await readAlerts(this.client, { ids: [...ids] });
    return new Map(known.map(({ alert }) => [alert.id, alert]));
  }
}

function environmentOf({ subject }: Alert): string {
  return subject.environment ?? '';
}
