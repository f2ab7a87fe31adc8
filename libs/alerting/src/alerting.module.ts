import { type DynamicModule, Module } from '@nestjs/common';
import type { EventLog } from '@throughline/event-log';
import { CatalogueReader, Judgements, MetricsReport, ReportsModule } from '@throughline/reporting';
import type { ClickHouseClient } from '@throughline/store';
import { ALERT_ACTIONS_OPTIONS } from './actions/alert-actions-options.js';
import { AlertActionsController } from './actions/alert-actions.controller.js';
import { AlertActions } from './actions/alert-actions.js';
import type { AlertingOptions } from './alerting-options.js';
import { RuleCheckController } from './check/rule-check.controller.js';
import { RuleCheck } from './check/rule-check.js';
import { Fleet } from './looking/fleet.js';
import { PlaceLooker } from './looking/place-looker.js';
import { RuleLooker } from './looking/rule-looker.js';

/** What people can do about alerts over HTTP, and ask of rules. */
@Module({})
export class AlertingModule {
  static register(
    client: ClickHouseClient,
    log: EventLog,
    options: AlertingOptions,
  ): DynamicModule {
    const { now, alerts, environments } = options;
    return {
      module: AlertingModule,
      imports: [ReportsModule.register(client, options.reporting)],
      controllers: [RuleCheckController, AlertActionsController],
      providers: [
        { provide: ALERT_ACTIONS_OPTIONS, useValue: { client, log, alerts, now } },
        AlertActions,
        {
          provide: RuleCheck,
          useFactory: (
            judgements: Judgements,
            metrics: MetricsReport,
            catalogue: CatalogueReader,
          ) => {
            const fleet = new Fleet(client, judgements, environments.production);
            const places = new PlaceLooker(client, judgements, fleet, environments);
            const rules = new RuleLooker(client, metrics, options);
            return new RuleCheck(places, rules, fleet, catalogue, now);
          },
          inject: [Judgements, MetricsReport, CatalogueReader],
        },
      ],
    };
  }
}
