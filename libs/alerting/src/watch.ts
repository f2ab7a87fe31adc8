import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { type EventLog, KeepHandlerErrors, LogTransport } from '@throughline/event-log';
import type { Configuration, ProcessContext } from '@throughline/service-kit';
import type { Store } from '@throughline/store';
import { reportingOptions } from '@throughline/reporting';
import { Alerter } from './alerter.js';
import { AlerterModule } from './alerter.module.js';
import type { AlertingOptions } from './alerting-options.js';
import { Sender } from './sending/sender.js';
import { lookFailed } from './telemetry.js';

/** The consumer group of the alerters: each of its members decides for its own share of the services. */
export const ALERTER_GROUP = 'throughline-alerter';

/** Messages say only where to look: many of them are about the same places, and what is told is told together. */
const MAX_BATCH_MESSAGES = 2_000;

/** After so long without a word of an alerter others take over what it decided about. */
const SESSION_TIMEOUT_MS = 10_000;

const TICK_EVERY_MS = 2_000;

export function alertingOptions(configuration: Configuration): AlertingOptions {
  return { ...configuration, reporting: reportingOptions(configuration), now: Date.now };
}

/** Watches for what is worth an alert, as a part of a process. */
export async function watch(
  {
    configuration,
    lifecycle,
    logger,
  }: Pick<ProcessContext, 'configuration' | 'lifecycle' | 'logger'>,
  log: EventLog,
  store: Store,
): Promise<void> {
  let fail: (error: unknown) => void = () => undefined;
  lifecycle.watch('alerter', new Promise<never>((_, reject) => (fail = reject)));
  const transport = new LogTransport({
    log,
    group: ALERTER_GROUP,
    maxBatchMessages: MAX_BATCH_MESSAGES,
    sessionTimeoutMs: SESSION_TIMEOUT_MS,
    onFatal: fail,
  });
  const owns = (topic: string, key: string) => transport.owns(topic, key);
  const consumer = await lifecycle.open(
    'alerter',
    async () => {
      const module = AlerterModule.register(
        store.client,
        log,
        alertingOptions(configuration),
        owns,
        logger,
      );
      const consumer = await NestFactory.createMicroservice(module, {
        strategy: transport,
        logger: false,
        abortOnError: false,
      });
      consumer.useGlobalFilters(new KeepHandlerErrors());
      await consumer.listen();
      return consumer;
    },
    (consumer) => consumer.close(),
  );
  const sender = consumer.get(Sender);
  await lifecycle.open(
    'sender',
    () => {
      sender.start();
      return sender;
    },
    () => sender.stop(),
  );
  const alerter = consumer.get(Alerter);
  await lifecycle.open(
    'alerter ticks',
    () =>
      everyFewSeconds(
        () => alerter.tick(owns),
        (err) => {
          lookFailed(logger, { err });
        },
      ),
    (ticks) => ticks.stop(),
  );
}

/** One after the other, and the next only some time after the last has ended. */
function everyFewSeconds(task: () => Promise<void>, onError: (error: unknown) => void) {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await task().catch(onError);
      await delay(TICK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
