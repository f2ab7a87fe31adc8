import { type DynamicModule, Module } from '@nestjs/common';
import { AlertingModule, type AlertingOptions } from '@throughline/alerting';
import { IngestionModule, type IngestionOptions } from '@throughline/ingestion';
import { DashboardModule, ReportingModule, type ReportingOptions } from '@throughline/reporting';
import { OpenApiModule } from '@throughline/service-kit';
import type { Store } from '@throughline/store';
import { platformPaths } from './platform-paths.js';

/** Everything that answers HTTP, behind one port. */
@Module({})
export class PlatformModule {
  static register(
    ingestion: IngestionOptions,
    store: Store,
    reporting: ReportingOptions,
    alerting: AlertingOptions,
    dashboard: URL,
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        IngestionModule.register(ingestion),
        ReportingModule.register(store.client, reporting),
        AlertingModule.register(store.client, ingestion.log, alerting),
        OpenApiModule.register(platformPaths()),
        DashboardModule.register(dashboard),
      ],
    };
  }
}
