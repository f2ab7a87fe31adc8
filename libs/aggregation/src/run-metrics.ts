import { openEventLog } from '@throughline/event-log';
import { type ProcessContext, reportEventLog, serveHttp } from '@throughline/service-kit';
import { openStore } from '@throughline/store';
import { Module } from '@nestjs/common';
import { consume } from './consume.js';

/** Its HTTP has probes and metrics only, which the service kit adds. */
@Module({})
class ProbesOnly {}

/** Runs the metrics service as a process of its own: the log in, the store out. */
export async function runMetrics(context: ProcessContext): Promise<void> {
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
  await consume(context, log, store);
  await serveHttp(ProbesOnly, context);
}
