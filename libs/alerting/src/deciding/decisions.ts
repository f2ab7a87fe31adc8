import type { EventLog } from '@throughline/event-log';
import { type AlertAction, type Instant, tellerKeyOf } from '@throughline/events';
import type { Logger } from '@throughline/service-kit';
import {
  type AlertDecision,
  type ClickHouseClient,
  insertAlerts,
  insertNotifications,
  type KnownAlert,
} from '@throughline/store';
import { alertDecided, countDecision } from '../telemetry.js';
import { decidedRecord } from '../telling/decided-record.js';
import { notificationRow } from '../telling/told-rows.js';
import { type Decided, isHistory } from './reconcile.js';

/**
 * Keeps decisions and has them told. The store first, with what is still to be told, then the log,
 * then the store again: who dies in between leaves behind what is to be told, and whoever comes next
 * tells it, perhaps once more, under the same name.
 */
export class Decisions {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly log: EventLog,
    private readonly logger: Logger,
    private readonly now: () => Instant,
  ) {}

  async keep(decided: readonly Decided[], deciderKey: string): Promise<void> {
    const [old, news] = [true, false].map((wanted) =>
      decided.filter(({ alert }) => isHistory(alert) === wanted),
    );
    await this.announce(
      (news ?? []).map(({ alert, actions }) => ({ alert, deciderKey, unsaidActions: actions })),
      true,
    );
    await this.record(old ?? [], deciderKey);
  }

  /** Keeps what is history: an import brings thousands of it, and none is to be in the way of news. */
  private async record(decided: readonly Decided[], deciderKey: string): Promise<void> {
    if (decided.length === 0) return;
    await insertAlerts(
      this.client,
      decided.map(({ alert }) => ({ alert, deciderKey, unsaidActions: [] })),
    );
    const statedAt = this.now();
    await insertNotifications(
      this.client,
      decided.flatMap(({ alert: { id, subject }, actions }) =>
        actions.map((action) =>
          notificationRow(
            { alertId: id, action, environment: subject.environment ?? '', decidedAt: statedAt },
            'unsaid',
            statedAt,
            { reason: 'history' },
          ),
        ),
      ),
    );
    for (const { alert, actions } of decided) {
      for (const action of actions) countDecision(alert.kind, action);
    }
  }

  /** Has told what somebody decided who ended before it was told. */
  async finish(known: readonly KnownAlert[]): Promise<void> {
    await this.announce(
      known.map(({ alert: { parentId: _, unsaid: __, ...alert }, deciderKey, unsaidActions }) => ({
        ...{ alert, deciderKey, unsaidActions },
      })),
      false,
    );
  }

  private async announce(decisions: readonly AlertDecision[], isNew: boolean): Promise<void> {
    if (decisions.length === 0) return;
    if (isNew) await insertAlerts(this.client, decisions);
    const unsaid = decisions.filter(({ unsaidActions }) => unsaidActions.length > 0);
    if (unsaid.length === 0) return;
    const at = this.now();
    await this.log.append(
      unsaid.flatMap(({ alert, unsaidActions }) =>
        unsaidActions.map((action, index) => {
          const key = tellerKeyOf(alert.subject.environment);
          // In the order they were decided, also for whoever goes by their time.
          return decidedRecord({ alertId: alert.id, action, at: at + index }, key);
        }),
      ),
    );
    await insertAlerts(
      this.client,
      unsaid.map((decision) => ({ ...decision, unsaidActions: [] })),
    );
    for (const { alert, unsaidActions } of unsaid) this.count(alert, unsaidActions);
  }

  private count({ id, rule, kind }: AlertDecision['alert'], actions: readonly AlertAction[]): void {
    for (const action of actions) {
      countDecision(kind, action);
      alertDecided(this.logger, { alert: id, rule, kind, action });
    }
  }
}
