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

  it.each<[string, (events: Events) => Events, Interruption[]]>([
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
    const pauses = interruptions.map((_, index) =>
      Math.floor((requests.length * (index + 1)) / (interruptions.length + 1)),
    );
    const folder = await bench.folder();
    let platform = bench.launchPlatform(folder);
    let api = new PlatformClient(await platform.ready());
    for (const [index, request] of requests.entries()) {
      const interrupt = interruptions[pauses.indexOf(index)];
      if (interrupt !== undefined) {
        await interrupt(platform);
        platform = bench.launchPlatform(folder);
        api = new PlatformClient(await platform.ready());
      }
      await api.send(request);
    }
    await api.settled(history.repository);
    expect(await figuresOfPlatform(api, history.service)).toEqual(figuresOfGit(history.answers));
  });
});
