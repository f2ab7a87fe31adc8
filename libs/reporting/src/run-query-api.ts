import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import {
  type Configuration,
  OpenApiModule,
  type ProcessContext,
  serveHttp,
} from '@throughline/service-kit';
import { openStore, type Store } from '@throughline/store';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { ownDefinitions } from './definitions/own-definitions.js';
import { reportingPaths } from './openapi/reporting-paths.js';
import { ReportingModule } from './reporting.module.js';
import type { ReportingOptions } from './reporting-options.js';

/**
 * Runs the query API as a process of its own: the store in, HTTP out, with the dashboard in front of it.
 *
 * @param dashboard the folder that the dashboard was built to, ending in a slash
 */
export async function runQueryApi(context: ProcessContext, dashboard: URL): Promise<void> {
  const { configuration, lifecycle } = context;
  const store = await lifecycle.open(
    'store',
    () => openStore({ ...configuration, url: configuration.clickhouseUrl }),
    (opened) => opened.close(),
  );
  watchStore(context, store);
  const reporting = ReportingModule.register(store.client, reportingOptions(configuration));
  const imports = [
    ...(reporting.imports ?? []),
    OpenApiModule.register(reportingPaths()),
    DashboardModule.register(dashboard),
  ];
  await serveHttp({ ...reporting, imports }, context);
}

function watchStore({ health }: ProcessContext, store: Store): void {
  health.register('store', async () => {
    const ping = await store.client.ping();
    if (!ping.success) throw ping.error;
  });
}

export function reportingOptions({
  environments,
  services,
  definitions,
  badges,
}: Configuration): ReportingOptions {
  return {
    production: environments.production,
    environmentClasses: environments,
    services,
    definitions: [...BUILT_IN_DEFINITIONS, ...ownDefinitions(definitions)],
    publicBadges: badges.public,
    now: Date.now,
  };
}
