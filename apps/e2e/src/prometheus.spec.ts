import { afterEach, expect, it, jest } from '@jest/globals';
import { type RunningServer, Workbench } from '@throughline/testing';
import { PlatformClient } from './platform/platform-client.js';
import { describeHistory } from './prometheus/describe-history.js';
import { figuresOfGit, figuresOfPlatform } from './figures/figures.js';
import { readHistory } from './prometheus/history.js';
import { inRequests, reversed, shuffled, withRepeats } from './prometheus/orders.js';

jest.setTimeout(300_000);

type Events = readonly object[];
type Interruption = (platform: RunningServer) => Promise<unknown>;

const politely: Interruption = (platform) => platform.end();
const byPowerCut: Interruption = (platform) => platform.kill();

describeHistory('the history of Prometheus gives the figures of git in one process', () => {
  const bench = new Workbench();

  afterEach(() => bench.clear());

  it.each<[string, (events: Events) => Events, readonly Interruption[]]>([
    ['in order, with a restart', (events) => events, [politely]],
    ['reversed, with a crash', reversed, [byPowerCut]],
    [
      'shuffled, with every tenth event twice, a crash and a restart',
      (events) => withRepeats(shuffled(events, 2)),
      [byPowerCut, politely],
    ],
  ])('sent %s', async (_, order, interruptions) => {
    const history = readHistory('prometheus');
    const requests = inRequests(order(history.events));
    const folder = await bench.folder();
    const left = [...interruptions];
    let platform = bench.launchPlatform(folder);
    let api = new PlatformClient(await platform.ready());
    for (const [index, request] of requests.entries()) {
      await api.send(request);
      const due = Math.ceil((requests.length * (interruptions.length - left.length + 1)) / 3);
      const interrupt = index + 1 === due ? left.shift() : undefined;
      if (interrupt === undefined) continue;
      await interrupt(platform);
      platform = bench.launchPlatform(folder);
      api = new PlatformClient(await platform.ready());
    }
    expect(left).toEqual([]);
    await api.settled(history.repository);
    expect(await figuresOfPlatform(api, history.service)).toEqual(figuresOfGit(history.answers));
  });
});
