import { type DynamicModule, Module } from '@nestjs/common';
import type { EventLog } from '@throughline/event-log';
import { CatalogueReader, Judgements, MetricsReport, ReportsModule } from '@throughline/reporting';
import type { Logger } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import { Alerter, type Owns } from './alerter.js';
import { AlerterController } from './alerter.controller.js';
import type { AlertingOptions } from './alerting-options.js';
import { Decisions } from './deciding/decisions.js';
import { PlaceDecider } from './deciding/place-decider.js';
import { RuleDecider } from './deciding/rule-decider.js';
import { createReceiver } from './delivery/create-receiver.js';
import { Fleet } from './looking/fleet.js';
import { PlaceLooker } from './looking/place-looker.js';
import { RuleLooker } from './looking/rule-looker.js';
import { Notices } from './sending/notices.js';
import { Repeats } from './sending/repeats.js';
import { Sender } from './sending/sender.js';
import { everyReceiver } from './telling/routing.js';
import { Teller } from './telling/teller.js';

/** How long the first word of a service's failures waits for others that began with them. */
const GROUP_WAIT_MS = 1_000;

/** The alerter: what changed, what follows from it, and who is told. */
@Module({})
export class AlerterModule {
  static register(
    client: ClickHouseClient,
    log: EventLog,
    options: AlertingOptions,
    owns: Owns,
    logger: Logger,
  ): DynamicModule {
    const { now, environments } = options;
    const receivers = new Map(
      [...everyReceiver(options)].map(([name, settings]) => [name, createReceiver(settings)]),
    );
    const { production } = environments;
    return {
      module: AlerterModule,
      imports: [ReportsModule.register(client, options.reporting)],
      controllers: [AlerterController],
      providers: [
        {
          provide: Decisions,
          useFactory: () => new Decisions(client, log, logger, now),
        },
        {
          provide: Fleet,
          useFactory: (judgements: Judgements) => new Fleet(client, judgements, production),
          inject: [Judgements],
        },
        {
          provide: PlaceLooker,
          useFactory: (judgements: Judgements, fleet: Fleet) =>
            new PlaceLooker(client, judgements, fleet, environments),
          inject: [Judgements, Fleet],
        },
        {
          provide: PlaceDecider,
          useFactory: (looker: PlaceLooker, catalogue: CatalogueReader, decisions: Decisions) =>
            new PlaceDecider(client, looker, catalogue, decisions, options),
          inject: [PlaceLooker, CatalogueReader, Decisions],
        },
        {
          provide: RuleDecider,
          useFactory: (
            metrics: MetricsReport,
            catalogue: CatalogueReader,
            decisions: Decisions,
          ) => {
            const looker = new RuleLooker(client, metrics, options);
            return new RuleDecider(client, looker, catalogue, decisions, options);
          },
          inject: [MetricsReport, CatalogueReader, Decisions],
        },
        {
          provide: Sender,
          useFactory: () => {
            const notices = new Notices(client, options.publicUrl);
            const settings = { receivers, owns, now, random: Math.random };
            return new Sender(
              client,
              notices,
              new Repeats(client, notices, settings),
              settings,
              logger,
            );
          },
        },
        {
          provide: Teller,
          useFactory: (decisions: Decisions) =>
            new Teller(
              client,
              decisions,
              { ...options, environmentClasses: environments, groupWaitMs: GROUP_WAIT_MS },
              logger,
              now,
            ),
          inject: [Decisions],
        },
        {
          provide: Alerter,
          useFactory: (
            fleet: Fleet,
            places: PlaceDecider,
            rules: RuleDecider,
            decisions: Decisions,
            teller: Teller,
            sender: Sender,
          ) => new Alerter(client, { fleet, places, rules, decisions, teller, sender }, now),
          inject: [Fleet, PlaceDecider, RuleDecider, Decisions, Teller, Sender],
        },
      ],
    };
  }
}
