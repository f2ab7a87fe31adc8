import { afterEach, expect, it, jest } from '@jest/globals';
import { type ServiceName, Workbench } from '@throughline/testing';
import { pairs } from './load/facts.js';
import { sendInParallel } from './load/send-in-parallel.js';
import { describePlatform } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';
import { answersProbes, endsInOrder } from './platform/promises.js';

jest.setTimeout(120_000);

describePlatform('the platform in one process', () => {
  const bench = new Workbench();

  afterEach(() => bench.clear());

  it('answers the probes of whoever runs it', async () => {
    await answersProbes(bench.launchPlatform(await bench.folder()));
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends in order on %s under load, and has all that it answered 202',
    async (signal) => {
      const folder = await bench.folder();
      const platform = bench.launchPlatform(folder);
      const api = new PlatformClient(await platform.ready());
      let ended = Promise.resolve();
      const answered = await sendInParallel(
        api,
        pairs('load', 5_000, 1),
        ({ events }) => events,
        (count) => {
          if (count === 200) ended = endsInOrder(platform, signal);
        },
      );
      await ended;
      expect(answered.length).toBeLessThan(5_000);

      const again = new PlatformClient(await bench.launchPlatform(folder).ready());
      for (const repository of new Set(answered.map((pair) => pair.repository))) {
        await again.settled(repository);
      }
      const kept = new Map(
        (await again.deployments({ service: 'load' })).map(({ id, commits }) => [id, commits]),
      );
      expect(answered.filter(({ id }) => kept.get(id) !== 1)).toEqual([]);
    },
  );

  it('is gone at once when it is told so twice, whatever it is doing', async () => {
    const platform = bench.launchPlatform(await bench.folder());
    const api = new PlatformClient(await platform.ready());
    await sendInParallel(
      api,
      pairs('twice', 5_000, 1),
      ({ events }) => events,
      (count) => {
        if (count !== 200) return;
        void platform.end('SIGINT');
        void platform.said(/("process\.stopping")/).then(() => platform.end('SIGINT'));
      },
    );
    const { exitCode, signal } = await platform.ended;
    // Killed where the engine had statements to end, which is no crash of the engine.
    expect([1, 'SIGKILL']).toContain(exitCode ?? signal);
  });

  it('leaves alone the data of another one that runs, and says whose they are', async () => {
    const folder = await bench.folder();
    const first = bench.launchPlatform(folder);
    await first.ready();
    const second = bench.launchPlatform(folder);
    expect(await second.ended).toEqual({ exitCode: 1, signal: null });
    expect(second.stderr).toContain(`is in use by process ${first.pid}. Stop that process`);
    await answersProbes(first);
  });
});

describePlatform('a service of its own', () => {
  const bench = new Workbench();

  afterEach(() => bench.clear());

  it.each<[ServiceName, string]>([
    ['ingestor', 'KAFKA_BROKERS'],
    ['metrics', 'KAFKA_BROKERS'],
    ['metrics', 'CLICKHOUSE_URL'],
    ['query-api', 'CLICKHOUSE_URL'],
    ['alerter', 'KAFKA_BROKERS'],
    ['alerter', 'CLICKHOUSE_URL'],
  ])('%s does not start without %s, and says so', async (name, variable) => {
    const service = await bench.launchService(name);
    expect(await service.ended).toEqual({ exitCode: 1, signal: null });
    expect(service.stderr).toMatch(new RegExp(`^${variable}: is not set`, 'm'));
  });
});
