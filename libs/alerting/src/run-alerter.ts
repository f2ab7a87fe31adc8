import { openEventLog } from '@throughline/event-log';
import {
  OpenApiModule,
  type ProcessContext,
  reportEventLog,
  serveHttp,
} from '@throughline/service-kit';
import { openStore } from '@throughline/store';
import { AlertingModule } from './alerting.module.js';
import { alertingPaths } from './openapi.js';
import { alertingOptions, watch } from './watch.js';

/** Runs an alerter as a process of its own; of several each decides for its share of the services. */
export async function runAlerter(context: ProcessContext): Promise<void> {
  const { configuration, health, lifecycle, logger } = context;
  const store = await lifecycle.open(
    'store',
    () => openStore({ ...configuration, url: configuration.clickhouseUrl }),
    (opened) => opened.close(),
  );
  health.register('store', async () => {
    const ping = await store.client.ping();
    if (!ping.success) throw ping.error;
  });
  const log = await lifecycle.open(
    'event log',
    () => openEventLog({ ...configuration, observe: reportEventLog(logger) }),
    (opened) => opened.close(),
  );
  await watch(context, log, store);
  const alerting = AlertingModule.register(store.client, log, alertingOptions(configuration));
  const imports = [...(alerting.imports ?? []), OpenApiModule.register(alertingPaths())];
  await serveHttp({ ...alerting, imports }, context);
}
