import { type DynamicModule, Module } from '@nestjs/common';
import { DatadogController } from './drop-in/datadog.controller.js';
import { DevLakeController } from './drop-in/devlake.controller.js';
import { DropInIntake } from './drop-in/drop-in-intake.js';
import { GitLabController } from './drop-in/gitlab.controller.js';
import { SleuthController } from './drop-in/sleuth.controller.js';
import { EventsController } from './events.controller.js';
import { HandshakeController } from './handshake.controller.js';
import { ImportIntake } from './imports/import-intake.js';
import { ImportsController } from './imports/imports.controller.js';
import { EventIntake } from './intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions } from './options.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { TracesController } from './traces/traces.controller.js';
import { VerdictsController } from './verdicts/verdicts.controller.js';
import { SourcesController } from './webhooks/sources.controller.js';
import { WebhookIntake } from './webhooks/webhook-intake.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** Takes events and webhooks into the log. Needs the HTTP of the service kit around it. */
@Module({})
export class IngestionModule {
  static register(options: IngestionOptions): DynamicModule {
    return {
      module: IngestionModule,
      controllers: [
        EventsController,
        HandshakeController,
        TracesController,
        VerdictsController,
        QuarantineController,
        WebhooksController,
        SourcesController,
        ImportsController,
        DatadogController,
        DevLakeController,
        SleuthController,
        GitLabController,
      ],
      providers: [
        { provide: INGESTION_OPTIONS, useValue: options },
        EventIntake,
        WebhookIntake,
        ImportIntake,
        DropInIntake,
      ],
    };
  }
}
