import { Inject, Injectable } from '@nestjs/common';
import { ALERT_KINDS, ALERT_SEVERITIES } from '@throughline/dora';
import { type ClickHouseClient, readAlertsPage } from '@throughline/store';
import { z } from 'zod';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { environmentsNamed } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import { ALERT_STATES, type AlertsQuestion } from './alert-filters.js';
import type { AlertItem } from './alert-item.js';
import { AlertItems } from './alert-items.js';

const position = z.tuple([z.int(), z.string()]);

/** Answers `GET /v1/alerts`. */
@Injectable()
export class AlertsReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly items: AlertItems,
  ) {}

  /** Alerts that fired at any moment of the window, by when they began, the newest first. */
  async page(question: AlertsQuestion): Promise<Page<AlertItem>> {
    const window = windowOf(question, this.options.now());
    const after = readCursor(question.cursor, position);
    const rows = await readAlertsPage(this.client, {
      states: [...(question.state ?? ALERT_STATES)],
      severities: [...(question.severity ?? ALERT_SEVERITIES)],
      kinds: [...(question.kind ?? ALERT_KINDS)],
      everyService: question.service === undefined,
      services: question.service ?? [],
      everyTeam: question.team === undefined,
      teams: question.team ?? [],
      everyEnvironment: question.environment === undefined,
      environments: environmentsNamed(question.environment ?? [], this.options.environmentClasses),
      everyRule: question.rule === undefined,
      rules: question.rule ?? [],
      from: window.start,
      to: window.end,
      afterStarted: after?.[0] ?? BEHIND_ALL.number,
      afterId: after?.[1] ?? BEHIND_ALL.text,
      limit: question.limit + 1,
    });
    const alerts = rows.map(({ alert }) => alert);
    const { items, nextCursor } = pageOf(
      alerts,
      question.limit,
      ({ startedAt, id }) => [startedAt, id],
      (alert) => alert,
    );
    return { items: await this.items.describe(items), nextCursor };
  }
}
