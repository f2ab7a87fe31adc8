import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import {
  appendForeignMessage,
  openTestClickHouse,
  type RunningServer,
  type ServiceName,
  type TestClickHouse,
  until,
  Workbench,
} from '@throughline/testing';
import { describeAlerters } from './alerting/describe-alerters.js';
import { figuresOfGit, figuresOfPlatform } from './figures/figures.js';
import { pairs } from './load/facts.js';
import { sendInParallel } from './load/send-in-parallel.js';
import { describeOnKafka } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';
import { answersProbes, endsInOrder } from './platform/promises.js';
import { describeHistory } from './prometheus/describe-history.js';
import { type History, readHistory } from './prometheus/history.js';
import { inRequests, reversed, shuffled, withRepeats } from './prometheus/orders.js';

jest.setTimeout(300_000);

/*
 * One file, because the topics of the platform have fixed names: tests on one Kafka take turns. Each test has a
 * database of its own, and repositories that no other test speaks of.
 */
describeOnKafka('services of their own, on Kafka and a ClickHouse server,', (brokers) => {
  const bench = new Workbench();
  let clickhouse: TestClickHouse;
  let ingestor: RunningServer;
  let queryApi: RunningServer;
  let api: PlatformClient;

  beforeEach(async () => {
    clickhouse = await openTestClickHouse();
    [ingestor, queryApi] = await Promise.all([start('ingestor'), start('query-api')]);
    api = new PlatformClient(await ingestor.address(), await queryApi.address());
  });

  afterEach(async () => {
    await bench.clear();
    await clickhouse.close();
  });

  async function start(name: ServiceName, workingDirectory?: string): Promise<RunningServer> {
    const environment = { KAFKA_BROKERS: brokers, CLICKHOUSE_URL: clickhouse.url };
    const service = await bench.launchService(name, { environment, workingDirectory });
    await service.ready();
    return service;
  }

  describeHistory('with the history of Prometheus, give the figures of git', () => {
    async function expectFiguresOfGit({ repository, service, answers }: History): Promise<void> {
      await api.settled(repository);
      expect(await figuresOfPlatform(api, service)).toEqual(figuresOfGit(answers));
    }

    it('sent in order and reversed, with the consumer killed between', async () => {
      const straight = readHistory('straight');
      const backwards = readHistory('backwards');
      const metrics = await start('metrics');
      const requests = inRequests(straight.events);
      const others = inRequests(reversed(backwards.events));
      for (const [index, request] of requests.entries()) {
        await api.send(request);
        await api.send(others[index] ?? []);
        if (index !== Math.floor(requests.length / 2)) continue;
        await metrics.kill();
        await start('metrics');
      }
      await expectFiguresOfGit(straight);
      await expectFiguresOfGit(backwards);
    });

    it('sent shuffled, with every tenth event twice, to two consumers of which one restarts', async () => {
      const history = readHistory('shuffled');
      const requests = inRequests(withRepeats(shuffled(history.events, 3)));
      const [first] = await Promise.all([start('metrics'), start('metrics')]);
      for (const [index, request] of requests.entries()) {
        await api.send(request);
        if (index !== Math.floor(requests.length / 2)) continue;
        await endsInOrder(first, 'SIGTERM');
        await start('metrics');
      }
      await expectFiguresOfGit(history);
    });
  });

  describeAlerters({
    api: () => api,
    folder: () => bench.folder(),
    startMetrics: () => start('metrics'),
    startAlerter: (folder) => start('alerter', folder),
  });

  it('answer probes, and end in order under load', async () => {
    const [metrics, alerter] = await Promise.all([start('metrics'), start('alerter')]);
    const services = [ingestor, metrics, queryApi, alerter];
    for (const service of services) await answersProbes(service);
    const endAll = async () => {
      await Promise.all([
        endsInOrder(ingestor, 'SIGTERM'),
        endsInOrder(metrics, 'SIGINT'),
        endsInOrder(queryApi, 'SIGINT'),
        endsInOrder(alerter, 'SIGTERM'),
      ]);
    };
    let ended = Promise.resolve();
    const answered = await sendInParallel(
      api,
      pairs('load', 5_000, 1),
      ({ events }) => events,
      (count) => {
        if (count === 100) ended = endAll();
      },
    );
    await ended;
    expect(answered.length).toBeLessThan(5_000);
  });

  it('put a message that is no event in quarantine, and go on', async () => {
    await start('metrics');
    const garbage = Buffer.from([0x00, 0xff, 0x7b]);
    await appendForeignMessage(brokers, 'throughline.commits', garbage);
    const item = await until('the message to be in quarantine', async () => {
      const { body } = await api.get('/v1/quarantine');
      const items = body['items'] as readonly { payload: string }[];
      return items.find(({ payload }) => payload === garbage.toString('base64'));
    });
    expect(item).toMatchObject({ source: 'log', reason: { code: 'invalid_message' } });
    await api.settled('acme/after-garbage');
  });
});
