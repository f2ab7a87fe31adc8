import { type DynamicModule, Module } from '@nestjs/common';
import type { EventLog } from '@throughline/event-log';
import type { ClickHouseClient } from '@throughline/store';
import { ChangeTeller } from './changed/change-teller.js';
import { FactRecorder } from './facts/fact-recorder.js';
import { FactsController } from './facts/facts.controller.js';
import { QuarantineRecorder } from './facts/quarantine-recorder.js';

/** The metrics service: brings the log into the store and relates what belongs together. */
@Module({})
export class AggregationModule {
  static register(
    client: ClickHouseClient,
    log: EventLog,
    production: readonly string[],
  ): DynamicModule {
    return {
      module: AggregationModule,
      controllers: [FactsController],
      providers: [
        { provide: FactRecorder, useFactory: () => new FactRecorder(client, log, Date.now) },
        {
          provide: ChangeTeller,
          useFactory: () => new ChangeTeller(client, log, production, Date.now),
        },
        { provide: QuarantineRecorder, useFactory: () => new QuarantineRecorder(client) },
      ],
    };
  }
}
