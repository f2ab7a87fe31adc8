import { type Configuration, type ProcessContext, serveHttp } from '@throughline/service-kit';
import { openStore, type Store } from '@throughline/store';
import { ReportingModule } from './reporting.module.js';
import type { ReportingOptions } from './reporting-options.js';

/** Runs the query API as a process of its own: the store in, HTTP out. */
export async function runQueryApi(context: ProcessContext): Promise<void> {
  const { configuration, lifecycle } = context;
  const store = await lifecycle.open(
    'store',
    () => openStore({ ...configuration, url: configuration.clickhouseUrl }),
    (opened) => opened.close(),
  );
  watchStore(context, store);
  await serveHttp(ReportingModule.register(store.client, reportingOptions(configuration)), context);
}

function watchStore({ health }: ProcessContext, store: Store): void {
  health.register('store', async () => {
    const ping = await store.client.ping();
    if (!ping.success) throw ping.error;
  });
}

export function reportingOptions({ environments, services }: Configuration): ReportingOptions {
  return { production: environments.production, services, now: Date.now };
}
