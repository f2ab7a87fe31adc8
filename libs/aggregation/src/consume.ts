import { NestFactory } from '@nestjs/core';
import { type EventLog, KeepHandlerErrors, LogTransport } from '@throughline/event-log';
import { type ProcessContext } from '@throughline/service-kit';
import type { Store } from '@throughline/store';
import { AggregationModule } from './aggregation.module.js';
import { stateConfiguration } from './configuration/state-configuration.js';
import { FactRecorder } from './facts/fact-recorder.js';
import { reportLag, sweepRegularly } from './telemetry.js';

/** The consumer group of the metrics service. Its offsets say what is in the store. */
export const CONSUMER_GROUP = 'throughline-metrics';

/** Large enough that an insert is worth its part, small enough that one is stored within a second. */
const MAX_BATCH_MESSAGES = 10_000;

/** Consumes the log into the store, as a part of a process. */
export async function consume(
  {
    configuration,
    lifecycle,
    health,
    logger,
  }: Pick<ProcessContext, 'configuration' | 'lifecycle' | 'health' | 'logger'>,
  log: EventLog,
  store: Store,
): Promise<void> {
  health.register('store', async () => {
    const ping = await store.client.ping();
    if (!ping.success) throw ping.error;
  });
  await stateConfiguration(store.client, configuration, Date.now());
  let fail: (error: unknown) => void = () => undefined;
  lifecycle.watch('consumer', new Promise<never>((_, reject) => (fail = reject)));
  const consumer = await lifecycle.open(
    'consumer',
    async () => {
      const strategy = new LogTransport({
        log,
        group: CONSUMER_GROUP,
        maxBatchMessages: MAX_BATCH_MESSAGES,
        onFatal: fail,
      });
      const consumer = await NestFactory.createMicroservice(
        AggregationModule.register(store.client, log, configuration.environments.production),
        { strategy, logger: false, abortOnError: false },
      );
      consumer.useGlobalFilters(new KeepHandlerErrors());
      await consumer.get(FactRecorder).resume();
      await consumer.listen();
      return consumer;
    },
    (consumer) => consumer.close(),
  );
  const recorder = consumer.get(FactRecorder);
  await lifecycle.open(
    'sweep',
    () => sweepRegularly(recorder, logger),
    (sweeping) => {
      sweeping.stop();
    },
  );
  await lifecycle.open(
    'lag report',
    () => reportLag(log, CONSUMER_GROUP),
    (timer) => {
      clearInterval(timer);
    },
  );
}
