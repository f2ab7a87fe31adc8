import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readAlerts,
  readChildren,
  readDeliveriesOf,
  readOtherEpisodes,
} from '@throughline/store';
import { STORE_CLIENT } from '../reporting-options.js';
import { type AlertDetail, episodeItem, evidenceItem } from './alert-detail.js';
import { AlertItems } from './alert-items.js';
import { deliveryItem } from './delivery-item.js';

const MOST_EPISODES = 20;

/** Answers `GET /v1/alerts/{id}`. */
@Injectable()
export class AlertReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    private readonly items: AlertItems,
  ) {}

  /** @throws ProblemError TL_NOT_FOUND */
  async answer(id: string): Promise<AlertDetail> {
    const [known] = await readAlerts(this.client, { ids: [id] });
    if (known === undefined) {
      throw new ProblemError('TL_NOT_FOUND', { detail: `There is no alert ${id}.` });
    }
    const { alert } = known;
    const { service = '', environment = '', team = '', source = '' } = alert.subject;
    const [children, deliveries, history] = await Promise.all([
      readChildren(this.client, { parentId: id }),
      readDeliveriesOf(this.client, { alertIds: [id] }),
      readOtherEpisodes(this.client, {
        ...{ id, rule: alert.rule, service, environment, team, source },
        limit: MOST_EPISODES,
      }),
    ]);
    const [item, ...parts] = await this.items.describe([
      alert,
      ...children.map((child) => child.alert),
    ]);
    if (item === undefined) throw new Error(`the alert ${id} was not described`);
    return {
      ...item,
      explanation: [...alert.explanation],
      evidence: evidenceItem(alert),
      runbookUrl: alert.runbookUrl ?? null,
      children: parts,
      deliveries: deliveries.map(deliveryItem),
      history: history.map(episodeItem),
    };
  }
}
