import { afterEach, expect, it, jest } from '@jest/globals';
import { type RunningServer, Workbench } from '@throughline/testing';
import { deployedLine, leadTimesOfLine, type Pair, pairs } from './load/facts.js';
import { sendInParallel } from './load/send-in-parallel.js';
import { describePlatform } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';
import { Random } from './random.js';

jest.setTimeout(180_000);

const CRASHES = 3;

describePlatform('a platform that is killed in the middle of an import', () => {
  const bench = new Workbench();
  const random = new Random(7);

  afterEach(() => bench.clear());

  /** Sends requests and kills the platform after some of the answers, with others still under way. */
  async function crashDuring<Request>(
    platform: RunningServer,
    requests: readonly Request[],
    eventsOf: (request: Request) => readonly object[],
  ): Promise<readonly Request[]> {
    const api = new PlatformClient(await platform.ready());
    const fatal = 1 + random.below(Math.floor(requests.length / 2));
    const answered = await sendInParallel(api, requests, eventsOf, (count) => {
      if (count === fatal) void platform.kill();
    });
    expect(await platform.ended).toEqual({ exitCode: null, signal: 'SIGKILL' });
    expect(answered.length).toBeLessThan(requests.length);
    return answered;
  }

  it('has the same figures once the import is sent again', async () => {
    const [commits, each] = [2_000, 50];
    const folder = await bench.folder();
    const events = random.shuffled(deployedLine('line', commits, each));
    const requests = inGroups(events, 60);
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await crashDuring(bench.launchPlatform(folder), requests, (request) => request);
    }
    const api = new PlatformClient(await bench.launchPlatform(folder).ready());
    await sendInParallel(api, requests, (request) => request);
    await api.settled('acme/line');

    const leads = leadTimesOfLine(each);
    const deployments = await api.deployments({ service: 'line' });
    expect(deployments).toHaveLength(commits / each);
    for (const { commits: shipped, mergeCommits, leadTime } of deployments) {
      expect({ shipped, mergeCommits }).toEqual({ shipped: each, mergeCommits: 0 });
      expect(leadTime).toMatchObject({
        p50: leads[25],
        p90: leads[45],
        sum: leads.reduce((sum, lead) => sum + lead, 0),
      });
    }
    const [row] = await api.metrics({ service: 'line' });
    expect(row?.deploymentFrequency.deployments).toBe(commits / each);
    expect(row?.changeLeadTime).toMatchObject({ commits: commits - each, baselineCommits: each });
  });

  it('has lost nothing that was answered 202, and kept no request in part', async () => {
    const repositories = 2;
    const folder = await bench.folder();
    const all = pairs('pair', 2_400, repositories);
    const answered = new Set<Pair>();
    const requests = inGroups(all, 40);
    const rounds = inGroups(requests, requests.length / CRASHES);
    const eventsOf = (request: readonly Pair[]) => request.flatMap(({ events }) => events);
    for (const round of rounds) {
      const durable = await crashDuring(bench.launchPlatform(folder), round, eventsOf);
      for (const pair of durable.flat()) answered.add(pair);
    }
    const api = new PlatformClient(await bench.launchPlatform(folder).ready());
    for (let index = 0; index < repositories; index += 1) await api.settled(`acme/pair-${index}`);

    const kept = new Map(
      (await api.deployments({ service: 'pair' })).map(({ id, commits }) => [id, commits]),
    );
    const lost = [...answered].filter(({ id }) => kept.get(id) !== 1).map(({ id }) => id);
    expect(answered.size).toBeGreaterThan(0);
    expect(lost).toEqual([]);
    const torn = requests.filter((request) => {
      const present = request.filter(({ id }) => kept.get(id) === 1).length;
      return present !== 0 && present !== request.length;
    });
    expect(torn).toEqual([]);
  });
});

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
