import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestMicroservice, Type } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { EMPTY, of, throwError } from 'rxjs';
import { openEmbeddedEventLog } from '../embedded/open-embedded-event-log.js';
import { BatchAbandonedError, TransportError, UnknownTopicError } from '../errors.js';
import type { EventLog, MessageBatch } from '../event-log.js';
import { Ledger } from '../ledger.fixture.js';
import type { LogHappening } from '../log-observer.js';
import { until } from '../until.fixture.js';
import { KeepHandlerErrors } from './keep-handler-errors.js';
import { LogTransport } from './log-transport.js';

describe('the log transport in a Nest microservice', () => {
  const topics = ['test.commits', 'test.deployments'];
  const group = 'metrics';
  let directory: string;
  let log: EventLog;
  let application: INestMicroservice | undefined;
  let happenings: LogHappening[];
  let fatal: unknown[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-log-'));
    happenings = [];
    fatal = [];
    log = await openEmbeddedEventLog({
      directory,
      topics,
      retry: { attempts: 3, firstDelayMs: 5, longestDelayMs: 5 },
      observe: (happening) => happenings.push(happening),
    });
  });

  afterEach(async () => {
    await application?.close();
    application = undefined;
    await log.close();
    await rm(directory, { recursive: true });
  });

  const start = async (controller: Type) => {
    @Module({ controllers: [controller] })
    class Service {}
    const strategy = new LogTransport({ log, group, onFatal: (error) => fatal.push(error) });
    application = await NestFactory.createMicroservice(Service, { strategy, logger: false });
    application.useGlobalFilters(new KeepHandlerErrors());
    await application.listen();
  };

  const append = (...values: string[]) =>
    log.append(
      values.map((value) => ({
        topic: 'test.commits',
        key: 'acme/shop',
        value: Buffer.from(value),
      })),
    );

  const lag = async () =>
    (await log.lag(group)).reduce((sum, { lag: own }) => sum + (own ?? NaN), 0);

  it('hands whole batches to the handlers of a topic and commits them after they return', async () => {
    const ledger = new Ledger();
    @Controller()
    class Commits {
      @EventPattern('test.commits')
      async store(batch: MessageBatch) {
        expect(await lag()).toBe(3);
        await ledger.handle(batch);
      }
    }
    await append('a', 'b', 'c');
    await start(Commits);
    await until(async () => (await lag()) === 0);

    expect(
      ledger.batches.map(({ messages }) => messages.map(({ value }) => String(value))),
    ).toEqual([['a', 'b', 'c']]);
  });

  it('waits for every handler of a topic, also those that answer with an observable', async () => {
    const told: string[] = [];
    @Controller()
    class Commits {
      @EventPattern('test.commits')
      first({ topic }: MessageBatch) {
        told.push(`first ${topic}`);
        return EMPTY;
      }
      @EventPattern('test.commits')
      second({ topic }: MessageBatch) {
        told.push(`second ${topic}`);
        return of(1, 2, 3);
      }
    }
    await append('a');
    await start(Commits);
    await until(async () => (await lag()) === 0);

    expect(told).toEqual(['first test.commits', 'second test.commits']);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('the store is away'))],
    [
      'answers with an observable that fails',
      () => throwError(() => new Error('the store is away')),
    ],
  ])(
    'hands a batch over again when a handler %s, and reports it when it goes on',
    async (_, fail) => {
      const ledger = new Ledger();
      @Controller()
      class Commits {
        @EventPattern('test.commits')
        async store(batch: MessageBatch): Promise<unknown> {
          await ledger.handle(batch);
          return fail();
        }
      }
      await append('a');
      await start(Commits);
      await until(() => fatal.length > 0);

      expect(ledger.batches).toHaveLength(3);
      expect(fatal[0]).toBeInstanceOf(BatchAbandonedError);
      const [retried] = happenings.filter((happening) => happening.kind === 'batch-retried');
      expect(retried?.error).toEqual(new Error('the store is away'));
      expect(await lag()).toBe(1);
    },
  );

  it('commits the batch in hand before the application is closed', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const ledger = new Ledger();
    @Controller()
    class Commits {
      @EventPattern('test.commits')
      async store(batch: MessageBatch) {
        await ledger.handle(batch);
        await released;
      }
    }
    await append('a');
    await start(Commits);
    await until(() => ledger.batches.length === 1);
    const closed = application?.close();
    application = undefined;
    release();
    await closed;

    expect(await lag()).toBe(0);
  });

  it('does not start with a pattern that is no topic of the log', async () => {
    const ledger = new Ledger();
    @Controller()
    class Misspelt {
      @EventPattern('test.comits')
      store(batch: MessageBatch) {
        return ledger.handle(batch);
      }
    }
    await expect(start(Misspelt)).rejects.toBeInstanceOf(UnknownTopicError);
  });

  it('does not start with a pattern that waits for an answer, or without any', async () => {
    @Controller()
    class Asking {
      @MessagePattern('test.commits')
      answer() {
        return EMPTY;
      }
    }
    @Controller()
    class Silent {}
    await expect(start(Asking)).rejects.toBeInstanceOf(TransportError);
    await application?.close();
    await expect(start(Silent)).rejects.toBeInstanceOf(TransportError);
  });
});
