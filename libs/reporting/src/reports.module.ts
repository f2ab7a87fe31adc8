import { type DynamicModule, Module } from '@nestjs/common';
import type { ClickHouseClient } from '@throughline/store';
import { CatalogueReader } from './catalogue/catalogue-reader.js';
import { Definitions } from './definitions/definitions.js';
import { Judgements } from './judgements.js';
import { StoreMemory } from './memory/store-memory.js';
import { JourneyReader } from './metrics/journeys.js';
import { MemberRows } from './metrics/member-rows.js';
import { MetricsReport } from './metrics/metrics-report.js';
import { RowSource } from './metrics/row-source.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from './reporting-options.js';

/** What works out answers, with nothing that takes requests: for whoever goes by the numbers that are answered. */
@Module({})
export class ReportsModule {
  static register(client: ClickHouseClient, options: ReportingOptions): DynamicModule {
    const providers = [
      { provide: STORE_CLIENT, useValue: client },
      { provide: REPORTING_OPTIONS, useValue: options },
      StoreMemory,
      CatalogueReader,
      Definitions,
      Judgements,
      JourneyReader,
      RowSource,
      MemberRows,
      MetricsReport,
    ];
    return { module: ReportsModule, providers, exports: providers };
  }
}
