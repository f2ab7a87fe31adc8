import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { LogUnavailableError, PartitionCountError, RecordTooLargeError } from '../errors.js';
import { describeEventLog, lagOf } from '../event-log.contract.js';
import type { EventLog } from '../event-log.js';
import { Ledger } from '../ledger.fixture.js';
import type { LogHappening } from '../log-observer.js';
import { until } from '../until.fixture.js';
import { openKafkaEventLog } from './kafka-event-log.js';
import type { KafkaLogOptions } from './kafka-log-options.js';

/** The shortest a broker takes unless told otherwise. */
const SESSION_MS = 6_000;

jest.setTimeout(60_000);

const brokers = process.env.THROUGHLINE_TEST_BROKERS?.split(',');
if (brokers) {
  describeKafka(brokers);
} else if (process.env.THROUGHLINE_TEST_KAFKA === 'required') {
  it('has brokers to test with', () => {
    throw new Error(
      'THROUGHLINE_TEST_KAFKA is "required", but THROUGHLINE_TEST_BROKERS names none',
    );
  });
} else {
  describe.skip('Kafka (THROUGHLINE_TEST_BROKERS names no brokers; `npm run kafka` starts one)', () => {
    it('keeps what an event log promises', () => undefined);
  });
}

function describeKafka(brokers: readonly string[]): void {
  describeEventLog('Kafka', () =>
    Promise.resolve({
      open: (options) => openKafkaEventLog({ ...options, brokers, sessionTimeoutMs: SESSION_MS }),
      remove: () => Promise.resolve(),
    }),
  );

  describe('the log on Kafka', () => {
    let topic: string;
    let group: string;
    let logs: EventLog[];
    let happenings: LogHappening[];

    beforeEach(() => {
      const unique = randomBytes(4).toString('hex');
      topic = `test.${unique}.commits`;
      group = `test-${unique}`;
      logs = [];
      happenings = [];
    });

    afterEach(async () => {
      await Promise.all(logs.map((log) => log.close()));
    });

    const open = async (options: Partial<KafkaLogOptions> = {}) => {
      const observe = (happening: LogHappening) => happenings.push(happening);
      const sessionTimeoutMs = SESSION_MS;
      const log = await openKafkaEventLog({
        topics: [topic],
        brokers,
        observe,
        sessionTimeoutMs,
        ...options,
      });
      logs.push(log);
      return log;
    };

    const withAdmin = async <T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>) => {
      const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
      await admin.connect();
      try {
        return await work(admin);
      } finally {
        await admin.disconnect();
      }
    };

    const records = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        topic,
        key: `repository-${index % 20}`,
        value: Buffer.from(String(index)),
      }));

    it('keeps its place in the group through a batch that lasts longer than a session', async () => {
      const log = await open();
      await log.append(records(1));
      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [topic] }, async (batch) => {
        const began = Date.now();
        await until(() => Date.now() - began > SESSION_MS * 1.5);
        await ledger.handle(batch);
      });
      await until(() => ledger.messages.length > 0);
      await consumption.stop();

      expect(ledger.messages).toHaveLength(1);
      expect(happenings.filter(({ kind }) => kind === 'rebalanced')).toHaveLength(1);
      expect(await lagOf(log, group)).toBe(0);
    });

    it('loses nothing when members join and leave in the middle of the work', async () => {
      const log = await open();
      const ledger = new Ledger();
      const subscription = { group, topics: [topic], maxBatchMessages: 10 };
      const first = await log.consume(subscription, ledger.handle);
      await log.append(records(400));
      await until(() => ledger.messages.length > 0);

      const other = await open();
      const second = await other.consume(subscription, ledger.handle);
      await log.append(records(400));
      await until(() => happenings.filter(({ kind }) => kind === 'rebalanced').length >= 3);
      await first.stop();
      await log.append(records(400));
      await until(() => ledger.places().length === 1200);
      await second.stop();

      expect(ledger.gaps()).toEqual([]);
      expect(await lagOf(log, group)).toBe(0);
    });

    it('lets one member own a key at a time, and another once that one is gone', async () => {
      const keys = records(20).map(({ key }) => key);
      const ledger = new Ledger();
      const subscription = { group, topics: [topic] };
      const first = await (await open()).consume(subscription, ledger.handle);
      await until(() => keys.every((key) => first.owns(topic, key)));

      const second = await (await open()).consume(subscription, ledger.handle);
      const owners = (key: string) =>
        [first, second].filter((member) => member.owns(topic, key)).length;
      await until(() => keys.every((key) => owners(key) === 1));
      expect(keys.some((key) => second.owns(topic, key))).toBe(true);

      await first.stop();
      await until(() => keys.every((key) => second.owns(topic, key)));
      await second.stop();
    });

    it('makes its topics with the partitions asked for and keeps to those they have', async () => {
      const other = `${topic}.other`;
      await open({ partitions: 3 });
      await expect(open({ partitions: 5 })).rejects.toBeInstanceOf(PartitionCountError);
      await open({ topics: [topic, other] });

      const metadata = await withAdmin((admin) =>
        admin.fetchTopicMetadata({ topics: [topic, other] }),
      );
      expect(metadata.topics.map(({ partitions }) => partitions.length)).toEqual([3, 3]);
    });

    it('refuses topics that differ in their partitions', async () => {
      const other = `${topic}.other`;
      await withAdmin((admin) =>
        admin.createTopics({
          topics: [
            { topic, numPartitions: 3 },
            { topic: other, numPartitions: 2 },
          ],
        }),
      );
      await expect(open({ topics: [topic, other] })).rejects.toBeInstanceOf(PartitionCountError);
    });

    it('carries records beyond the default size of a Kafka message, and many that are beyond it together', async () => {
      const log = await open();
      const body = (bytes: number) => ({ topic, key: 'acme/shop', value: randomBytes(bytes) });
      const appended = [body(5_000_000), ...Array.from({ length: 10 }, () => body(400_000))];
      await log.append(appended);

      const ledger = new Ledger();
      const consumption = await log.consume({ group, topics: [topic] }, ledger.handle);
      await until(() => ledger.messages.length === appended.length);
      await consumption.stop();

      const same = ledger.messages.map(({ value }, index) => appended[index]?.value.equals(value));
      expect(same).toEqual(appended.map(() => true));
    });

    it('says which record a topic with a limit of its own will never take, and goes on', async () => {
      await withAdmin((admin) => admin.createTopics({ topics: [{ topic, numPartitions: 1 }] }));
      const log = await open();
      const record = { topic, key: 'acme/shop', value: Buffer.from('small') };
      const large = { ...record, value: randomBytes(2_000_000) };

      const [before, tooLarge, after] = await Promise.allSettled([
        log.append([record]),
        log.append([large]),
        log.append([record]),
      ]);

      expect(before.status).toBe('fulfilled');
      expect(tooLarge).toMatchObject({ reason: expect.any(RecordTooLargeError) });
      expect(after.status).toBe('fulfilled');
    });

    it('says so when the brokers cannot be reached', async () => {
      await expect(open({ brokers: ['127.0.0.1:1'] })).rejects.toBeInstanceOf(LogUnavailableError);
    });
  });
}
