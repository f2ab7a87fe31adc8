import { type EventLog, openEventLog } from '@throughline/event-log';
import {
  type Configuration,
  loadIdentityKey,
  OpenApiModule,
  type ProcessContext,
  reportEventLog,
  serveHttp,
} from '@throughline/service-kit';
import { SOURCES } from '@throughline/sources';
import { ingestionPaths } from './openapi.js';
import { IngestionModule } from './ingestion.module.js';
import type { IngestionOptions } from './options.js';

/** The sources that can be configured, by name: those of webhooks, and spans, which have rules only. */
export const KNOWN_SOURCES: readonly string[] = [...SOURCES.keys(), 'otlp'];

/** Runs an ingestor as a process of its own: HTTP in, the log out. */
export async function runIngestor(context: ProcessContext): Promise<void> {
  const { configuration, lifecycle, logger } = context;
  const log = await lifecycle.open(
    'event log',
    () => openEventLog({ ...configuration, observe: reportEventLog(logger) }),
    (opened) => opened.close(),
  );
  watchIntake(context, log);
  const options = await ingestionOptions(configuration, log);
  const ingestion = IngestionModule.register(options);
  await serveHttp({ ...ingestion, imports: [OpenApiModule.register(ingestionPaths())] }, context);
}

/** An ingestor that cannot append should be sent nothing. */
export function watchIntake({ health }: Pick<ProcessContext, 'health'>, log: EventLog): void {
  health.register('event log', async () => {
    if (!(await log.ready())) throw new Error('the event log takes no records now');
  });
}

export async function ingestionOptions(
  configuration: Configuration,
  log: EventLog,
): Promise<IngestionOptions> {
  return {
    log,
    accepts: new Set(configuration.accepts),
    sources: configuration.sources,
    services: namedServices(configuration.services),
    identityKey: await loadIdentityKey(configuration),
    clock: Date.now,
  };
}

function namedServices(services: Configuration['services']): IngestionOptions['services'] {
  return Object.entries(services).map(([name, { repository, knownAs }]) => ({
    name,
    repository,
    knownAs,
  }));
}
