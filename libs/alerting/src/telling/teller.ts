import type { Alert } from '@throughline/dora';
import {
  type AlertAction,
  type DecidedMessage,
  type Instant,
  tellerKeyOf,
} from '@throughline/events';
import type { Logger } from '@throughline/service-kit';
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
} from '@throughline/store';
import { acknowledgementsOf } from '../deciding/acknowledgements-of.js';
import type { Decisions } from '../deciding/decisions.js';
import { alertUnknown } from '../telemetry.js';
import { COMMON_CAUSE, groupByCause, isOver } from './common-cause.js';
import { TellingRound, type TellingSettings } from './telling-round.js';
import { dropped, notificationRow } from './told-rows.js';

/** A replica of the store that is behind by more is no replica of it. */
const REPLICA_BEHIND_MS = 60 * 1000;

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
    const ids = [...new Set(messages.map(({ alertId }) => alertId))];
    const environments = new Set([...(await this.alertsOf(ids)).values()].map(environmentOf));
    for (const environment of environments) await this.findCommonCause(environment);
    await this.takeOn(messages);
    // Read again: some may have become parts of something just now.
    const alerts = await this.alertsOf(ids);
    const round = await TellingRound.begin(this.client, this.settings, ids, this.now());
    const parents = new Set<string>();
    for (const { alertId, action, at } of messages) {
      const alert = alerts.get(alertId);
      if (alert === undefined) {
        this.missing(alertId, at);
        continue;
      }
      const environment = environmentOf(alert);
      await round.add(alert, { alertId, action, environment, decidedAt: at });
      if (action === 'resolved' && alert.parentId !== undefined) parents.add(alert.parentId);
    }
    await round.keep();
    for (const parentId of parents) await this.endOf(parentId);
  }

  /** Looks again at what was put off until now. */
  async tellDeferred(owns: (environment: string) => boolean): Promise<void> {
    const now = this.now();
    const due = (await readDeferredNotifications(this.client, { until: now })).filter(
      ({ environment }) => owns(environment),
    );
    if (due.length === 0) return;
    const ids = due.map(({ alertId }) => alertId);
    const alerts = await this.alertsOf(ids);
    const round = await TellingRound.begin(this.client, this.settings, ids, now);
    for (const { alertId, action, environment, decidedAt } of due) {
      const alert = alerts.get(alertId);
      const occasion = { alertId, action, environment, decidedAt };
      if (alert?.state === 'firing') await round.add(alert, occasion);
      else if (alert !== undefined) round.leaveOut(alert, occasion);
    }
    await round.keep();
  }

  /** It was stored before it was in the log: a replica may be behind, or the database is another one. */
  private missing(alertId: string, decidedAt: Instant): void {
    if (this.now() - decidedAt < REPLICA_BEHIND_MS) {
      throw new Error(`the alert ${alertId} was decided and is not in the store yet`);
    }
    alertUnknown(this.logger, { alert: alertId });
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

  /** Alerts about common causes that somebody took on: nobody else decides about them. */
  private async takeOn(messages: readonly DecidedMessage[]): Promise<void> {
    const ids = messages.flatMap(({ action, alertId }) =>
      action === 'acknowledged' ? [alertId] : [],
    );
    if (ids.length === 0) return;
    const known = await readAlerts(this.client, { ids });
    const open = known.filter(({ alert: { kind, state, acknowledged } }) => {
      return kind === COMMON_CAUSE && state === 'firing' && acknowledged === undefined;
    });
    const acknowledgements = await acknowledgementsOf(this.client, open);
    for (const { alert } of open) {
      const [acknowledged] = acknowledgements.get(alert.id) ?? [];
      const { parentId: _, unsaid: __, ...kept } = alert;
      await this.decide({ ...kept, acknowledged, revision: kept.revision + 1 });
    }
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

  private async alertsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Alert>> {
    const known = await readAlerts(this.client, { ids: [...ids] });
    return new Map(known.map(({ alert }) => [alert.id, alert]));
  }
}

function environmentOf({ subject }: Alert): string {
  return subject.environment ?? '';
}
