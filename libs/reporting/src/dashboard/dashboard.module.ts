import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { LOGGER, type Logger } from '@throughline/service-kit';
import { DashboardFiles } from './dashboard-files.js';
import { DashboardController } from './dashboard.controller.js';
import { dashboardNotBuilt } from './telemetry.js';

/** Serves the dashboard at `/`. Its page asks the query API, so the two belong behind one address. */
@Module({})
export class DashboardModule implements OnModuleInit {
  /** @param folder what the dashboard was built to, ending in a slash */
  static register(folder: URL): DynamicModule {
    return {
      module: DashboardModule,
      controllers: [DashboardController],
      providers: [{ provide: DashboardFiles, useValue: new DashboardFiles(folder) }],
    };
  }

  constructor(
    private readonly files: DashboardFiles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Told once at the start as well: whoever runs the platform may never open the page. */
  async onModuleInit(): Promise<void> {
    await this.files.index().catch(() => {
      dashboardNotBuilt(this.logger, { folder: this.files.folder });
    });
  }
}
