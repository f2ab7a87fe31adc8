import { consume } from '@throughline/aggregation';
import { alertingOptions, watch } from '@throughline/alerting';
import { openEventLog } from '@throughline/event-log';
import { ingestionOptions, KNOWN_SOURCES, watchIntake } from '@throughline/ingestion';
import { reportingOptions } from '@throughline/reporting';
import {
  createLogger,
  loadConfiguration,
  type ProcessContext,
  reportEventLog,
  serveHttp,
  startProcess,
} from '@throughline/service-kit';
import { openStore } from '@throughline/store';
import type { PlatformOptions, RunningPlatform } from '../cli.js';
import { PlatformModule } from './platform.module.js';

/** What `npm run build` made of the dashboard's workspace package. */
const DASHBOARD = new URL('dist/', import.meta.resolve('@throughline/dashboard/package.json'));

/**
 * Starts the four services in this process: the same modules as the separate services, on one log,
 * one store and one port. The embedded log and store are used where no server is configured.
 *
 * @throws ConfigurationError, and what a part throws that cannot be opened
 */
export async function startPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const configuration = loadConfiguration({
    variables: variablesOf(options),
    workingDirectory: process.cwd(),
    knownSources: KNOWN_SOURCES,
  });
  const logger = createLogger({ service: 'throughline', level: configuration.logLevel });
  let url = '';
  const running = await startProcess('throughline', { configuration, logger }, async (context) => {
    url = await openParts(context);
  });
  return { url, ...running };
}

/** What a command's options say outranks the variables. */
function variablesOf({ environment, host, port, dataDirectory }: PlatformOptions) {
  return {
    ...environment,
    ...(host !== undefined && { THROUGHLINE_HOST: host }),
    ...(port !== undefined && { THROUGHLINE_PORT: String(port) }),
    ...(dataDirectory !== undefined && { THROUGHLINE_DATA_DIR: dataDirectory }),
  };
}

/** Opened in the order they need each other, and so stopped: no requests, no batches, log, store. */
async function openParts(context: ProcessContext): Promise<string> {
  const { configuration, lifecycle, logger } = context;
  const store = await lifecycle.open(
    'store',
    () => openStore({ ...configuration, url: configuration.clickhouseUrl }),
    (opened) => opened.close(),
  );
  const log = await lifecycle.open(
    'event log',
    () => openEventLog({ ...configuration, observe: reportEventLog(logger) }),
    (opened) => opened.close(),
  );
  watchIntake(context, log);
  await consume(context, log, store);
  await watch(context, log, store);
  const ingestion = await ingestionOptions(configuration, log);
  return serveHttp(
    PlatformModule.register(
      ingestion,
      store,
      reportingOptions(configuration),
      alertingOptions(configuration),
      DASHBOARD,
    ),
    context,
  );
}
