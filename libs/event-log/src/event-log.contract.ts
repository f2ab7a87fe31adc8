import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partitionFor, quarantinedEventSchema, TOPICS } from '@throughline/events';
import {
  BatchAbandonedError,
  LogClosedError,
  RecordTooLargeError,
  UnknownTopicError,
} from './errors.js';
import type { EventLog, LogRecord } from './event-log.js';
import type { LogHappening } from './log-observer.js';
import type { LogOptions } from './log-options.js';
import { quarantine } from './quarantine.js';
import { MAX_RECORD_BYTES } from './record-limits.js';
import { Ledger } from './ledger.fixture.js';
import { until } from './until.fixture.js';

/** Where a log keeps its records: every opening sees what was appended through the earlier ones. */
export interface LogPlace {
  open(options: LogOptions): Promise<EventLog>;
  remove(): Promise<void>;
}

const RETRY = { attempts: 4, firstDelayMs: 5, longestDelayMs: 20 };
const PARTITIONS = 3;

/** What every log promises, tried on one of them. */
export function describeEventLog(name: string, newPlace: () => Promise<LogPlace>): void {
  describe(`${name} as an event log`, () => {
    let place: LogPlace;
    let log: EventLog;
    let commits: string;
    let deployments: string;
    let group: string;
    let happenings: LogHappening[];

    const open = () =>
      place.open({
        topics: [commits, deployments],
        partitions: PARTITIONS,
        retry: RETRY,
        observe: (happening) => happenings.push(happening),
      });

    beforeEach(async () => {
      const unique = randomBytes(4).toString('hex');
      commits = `test.${unique}.commits`;
      deployments = `test.${unique}.deployments`;
      group = `test-${unique}`;
      happenings = [];
      place = await newPlace();
      log = await open();
    });

    afterEach(async () => {
      await log.close();
      await place.remove();
    });

    const numbered = (topic: string, count: number, from = 0): LogRecord[] =>
      Array.from({ length: count }, (_, index) => ({
        topic,
        key: `repository-${(from + index) % 7}`,
        value: Buffer.from(String(from + index)),
      }));

    /** Everything of the topics, as a group that has never read before sees it. */
    const readAll = async (count: number, topics = [commits]) => {
      const ledger = new Ledger();
      const reader = `${group}-${randomBytes(4).toString('hex')}`;
      const consumption = await log.consume({ group: reader, topics }, ledger.handle);
      await until(() => ledger.messages.length >= count);
      await consumption.stop();
      return ledger;
    };

    it('gives a record back as it was appended, after being closed and opened again', async () => {
      const value = randomBytes(1000);
      const headers = { 'received-at': '1760000000000', grüße: 'æøå' };
      const before = Date.now();
      await log.append([{ topic: commits, key: 'acme/shöp', value, headers }]);
      const after = Date.now();
      await log.close();
      log = await open();

      const [message] = (await readAll(1)).messages;

      expect(message).toMatchObject({ topic: commits, key: 'acme/shöp', headers });
      expect(message?.value.equals(value)).toBe(true);
      expect(message?.appendedAt).toBeGreaterThanOrEqual(before);
      expect(message?.appendedAt).toBeLessThanOrEqual(after);
    });

    it('keeps the order of a key, also of appends that overlap', async () => {
      const appends = Array.from({ length: 20 }, (_, index) =>
        log.append(numbered(commits, 50, index * 50)),
      );
      await Promise.all(appends);

      const ledger = await readAll(1000);

      for (let key = 0; key < 7; key += 1) {
        const own = ledger.messages.filter((message) => message.key === `repository-${key}`);
        const numbers = own.map(({ value }) => Number(value));
        expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
        expect(new Set(numbers).size).toBe(own.length);
      }
      expect(ledger.messages).toHaveLength(1000);
      expect(ledger.outOfOrder).toEqual([]);
    });

    it('gives a key the same partition number in every topic', async () => {
      await log.append([...numbered(commits, 7), ...numbered(deployments, 7)]);

      const { messages } = await readAll(14, [commits, deployments]);

      expect(messages).toHaveLength(14);
      for (const { key, partition } of messages) {
        expect(partition).toBe(partitionFor(key, PARTITIONS));
      }
    });

    it('carries ten thousand records in one append', async () => {
      const body = randomBytes(300);
      await log.append(numbered(commits, 10_000).map((record) => ({ ...record, value: body })));

      const ledger = await readAll(10_000);

      expect(ledger.messages).toHaveLength(10_000);
      expect(ledger.repeats).toBe(0);
    });

    it('shows every message to every group', async () => {
      await log.append(numbered(commits, 100));

      const [first, second] = [await readAll(100), await readAll(100)];

      expect(first.places()).toEqual(second.places());
      expect(first.places()).toHaveLength(100);
    });

    it('hands over what arrives while it is consuming', async () => {
      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [commits] }, ledger.handle);
      await log.append(numbered(commits, 10));
      await until(() => ledger.messages.length === 10);
      await log.append(numbered(commits, 10, 10));
      await until(() => ledger.messages.length === 20);
      await consumption.stop();
      await expect(consumption.done).resolves.toBeUndefined();
    });

    it('keeps batches to one topic and to the size asked for', async () => {
      await log.append([...numbered(commits, 200), ...numbered(deployments, 200)]);
      const ledger = new Ledger();
      const subscription = { group, topics: [commits, deployments], maxBatchMessages: 16 };
      const consumption = await log.consume(subscription, ledger.handle);
      await until(() => ledger.messages.length === 400);
      await consumption.stop();

      expect(Math.max(...ledger.batches.map(({ messages }) => messages.length))).toBe(16);
      for (const { topic, messages } of ledger.batches) {
        expect(new Set(messages.map((message) => message.topic))).toEqual(new Set([topic]));
      }
    });

    it('goes on with one topic while a batch of another is being handled', async () => {
      await log.append([...numbered(commits, 1), ...numbered(deployments, 1)]);
      const ledger = new Ledger();
      const consumption = await log.consume(
        { group, topics: [commits, deployments] },
        async (batch) => {
          if (batch.topic === commits) await until(() => ledger.messages.length === 1);
          await ledger.handle(batch);
        },
      );
      await until(() => ledger.messages.length === 2);
      await consumption.stop();

      expect(ledger.messages.map(({ topic }) => topic)).toEqual([deployments, commits]);
    });

    it('hands a batch that failed over again, and nothing later of its partitions before', async () => {
      const oneKey = numbered(commits, 30).map((record) => ({ ...record, key: 'acme/shop' }));
      await log.append(oneKey);
      const ledger = new Ledger();
      let failures = 2;
      const consumption = await log.consume(
        { group, topics: [commits], maxBatchMessages: 10 },
        async (batch) => {
          await ledger.handle(batch);
          if (batch.messages.some(({ value }) => value.toString() === '15') && failures > 0) {
            failures -= 1;
            throw new Error('the store is away');
          }
        },
      );
      await until(() => ledger.messages.length >= 50);
      await consumption.stop();

      const ranges = ledger.batches.map(({ messages }) => [
        Number(messages[0]?.value),
        Number(messages.at(-1)?.value),
      ]);
      expect(ranges).toEqual([
        [0, 9],
        [10, 19],
        [10, 19],
        [10, 19],
        [20, 29],
      ]);
      expect(happenings.filter(({ kind }) => kind === 'batch-retried')).toHaveLength(2);
    });

    it('ends the consumption when a batch fails every time, and begins with it the next time', async () => {
      await log.append(numbered(commits, 5).map((record) => ({ ...record, key: 'acme/shop' })));
      let attempts = 0;
      const failing = await log.consume({ group, topics: [commits] }, () => {
        attempts += 1;
        return Promise.reject(new Error('the store is gone'));
      });

      await expect(failing.done).rejects.toBeInstanceOf(BatchAbandonedError);
      await failing.stop();

      expect(attempts).toBe(RETRY.attempts);
      expect(happenings.filter(({ kind }) => kind === 'consumption-failed')).toHaveLength(1);

      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [commits] }, ledger.handle);
      await until(() => ledger.messages.length >= 5);
      await consumption.stop();
      expect(ledger.messages.map(({ value }) => Number(value))).toEqual([0, 1, 2, 3, 4]);
    });

    it('does not commit a batch that was waiting to be retried when it was stopped', async () => {
      await log.append(numbered(commits, 3).map((record) => ({ ...record, key: 'acme/shop' })));
      const consumption = await log.consume({ group, topics: [commits] }, () =>
        Promise.reject(new Error('the store is away')),
      );
      await until(() => happenings.some(({ kind }) => kind === 'batch-retried'));
      await consumption.stop();
      await log.close();
      log = await open();

      const ledger = new Ledger();
      const again = await log.consume({ group, topics: [commits] }, ledger.handle);
      await until(() => ledger.messages.length >= 3);
      await again.stop();
      expect(ledger.places()).toHaveLength(3);
    });

    it('waits for the batch in hand when it is stopped, and commits it', async () => {
      await log.append(numbered(commits, 3).map((record) => ({ ...record, key: 'acme/shop' })));
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      let handling = false;
      let handled = false;
      const consumption = await log.consume({ group, topics: [commits] }, async () => {
        handling = true;
        await released;
        handled = true;
      });
      await until(() => handling);
      const stopped = consumption.stop().then(() => handled);
      release();

      await expect(stopped).resolves.toBe(true);
      expect(await lagOf(log, group)).toBe(0);
    });

    it('loses nothing and leaves no partition behind over many stops and starts', async () => {
      const ledger = new Ledger();
      let appended = 0;
      for (let round = 0; round < 4; round += 1) {
        const subscription = { group, topics: [commits], maxBatchMessages: 20 };
        const consumption = await log.consume(subscription, ledger.handle);
        const appending = log.append(numbered(commits, 150, appended));
        appended += 150;
        const before = ledger.messages.length;
        await until(() => ledger.messages.length > before);
        await consumption.stop();
        await appending;
        await log.close();
        log = await open();
      }
      const consumption = await log.consume({ group, topics: [commits] }, ledger.handle);
      await until(() => ledger.places().length === appended);
      await consumption.stop();

      expect(ledger.gaps()).toEqual([]);
      expect(new Set(ledger.messages.map(({ partition }) => partition))).toEqual(
        new Set([0, 1, 2, 3, 4, 5, 6].map((key) => partitionFor(`repository-${key}`, PARTITIONS))),
      );
      expect(await lagOf(log, group)).toBe(0);
    });

    it('counts what a group has not committed yet', async () => {
      expect(await log.lag(group)).toEqual([]);
      await log.append(numbered(commits, 40));
      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [commits] }, ledger.handle);
      await until(() => ledger.messages.length === 40);
      await consumption.stop();
      expect(await lagOf(log, group)).toBe(0);

      await log.append(numbered(commits, 25));
      expect(await lagOf(log, group)).toBe(25);
      expect((await log.lag(group)).every(({ topic }) => topic === commits)).toBe(true);
    });

    it('lets a consumer that is alone own what its group reads, and nothing else', async () => {
      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [commits] }, ledger.handle);
      for (const key of ['acme/shop', 'acme/search', 'acme/mobile']) {
        await until(() => consumption.owns(commits, key));
        expect(consumption.owns(deployments, key)).toBe(false);
      }
      await consumption.stop();
    });

    it('keeps what cannot be used in quarantine, byte for byte', async () => {
      // The one topic with a name of the platform's: it has the partitions that somebody gave it.
      await log.close();
      log = await place.open({ topics: [TOPICS.quarantine], retry: RETRY });
      const payload = Buffer.from([0xff, 0xfe, 0x00, 0x7b]);
      const known = {
        id: `${group}-bad`,
        receivedAt: 1_760_000_000_000,
        source: 'github',
        reason: { code: 'invalid', message: 'it is no JSON' },
        faults: [{ path: 'sha', code: 'invalid_sha', message: 'is not a commit' }],
        origin: { topic: commits, partition: 1, offset: 7 },
      };
      await quarantine(log, [
        { ...known, payload },
        { ...known, id: `${group}-text`, payload: Buffer.from('{"grüße":') },
      ]);

      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [TOPICS.quarantine] }, ledger.handle);
      const own = () => ledger.messages.filter(({ key }) => key.startsWith(group));
      await until(() => own().length === 2);
      await consumption.stop();

      const events = own().map(({ value }) =>
        quarantinedEventSchema.parse(JSON.parse(value.toString())),
      );
      const binary = events.find(({ id }) => id === known.id);
      expect(binary).toEqual({ ...known, payload: payload.toString('base64'), encoding: 'base64' });
      const text = events.find(({ id }) => id !== known.id);
      expect(text).toMatchObject({ payload: '{"grüße":', encoding: 'utf8' });
      expect(own()[0]?.headers).toMatchObject({
        'quarantine-reason': 'invalid',
        'quarantine-origin': `${commits}/1/7`,
      });
    });

    it('refuses what it could never keep, and keeps nothing of that append', async () => {
      const good = { topic: commits, key: 'acme/shop', value: Buffer.from('good') };
      const elsewhere = { ...good, topic: 'test.elsewhere' };
      const huge = { ...good, value: Buffer.alloc(MAX_RECORD_BYTES) };
      await expect(log.append([good, elsewhere])).rejects.toBeInstanceOf(UnknownTopicError);
      await expect(log.append([good, huge])).rejects.toBeInstanceOf(RecordTooLargeError);
      await expect(
        log.consume({ group, topics: ['test.elsewhere'] }, () => Promise.resolve()),
      ).rejects.toBeInstanceOf(UnknownTopicError);
      await log.append([]);
      await log.append([{ ...good, value: Buffer.from('last') }]);

      expect((await readAll(1)).messages.map(({ value }) => value.toString())).toEqual(['last']);
    });

    it('finishes what is being appended before it is closed', async () => {
      const appending = log.append(numbered(commits, 500));
      await log.close();
      await expect(appending).resolves.toBeUndefined();
      log = await open();
      expect((await readAll(500)).messages).toHaveLength(500);
    });

    it('is ready while it is open and refuses everything once it is closed', async () => {
      const consumption = await log.consume({ group, topics: [commits] }, () => Promise.resolve());
      expect(await log.ready()).toBe(true);

      await log.close();

      await expect(consumption.done).resolves.toBeUndefined();
      expect(await log.ready()).toBe(false);
      await expect(log.append(numbered(commits, 1))).rejects.toBeInstanceOf(LogClosedError);
      await expect(
        log.consume({ group, topics: [commits] }, () => Promise.resolve()),
      ).rejects.toBeInstanceOf(LogClosedError);
      await expect(log.lag(group)).rejects.toBeInstanceOf(LogClosedError);
    });
  });
}

/** `null` when it is not known, be it of one partition only. */
export async function lagOf(log: EventLog, group: string): Promise<number | null> {
  const lags = await log.lag(group);
  let total = 0;
  if (lags.length === 0) return null;
  for (const { lag } of lags) {
    if (lag === null) return null;
    total += lag;
  }
  return total;
}
