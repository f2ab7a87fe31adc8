import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveFeed } from './live-feed.js';
import type { Progress } from './live-message.js';

const PACE = { lookEveryMs: 2, heartbeatEveryMs: 1_000_000 };

let stored: Progress;
let looks: number;
let failure: Error | undefined;
let blind: unknown[];
let feed: LiveFeed;

beforeEach(() => {
  stored = { lastEventAt: 1_000, storedAt: 2_000, mark: 'a' };
  looks = 0;
  failure = undefined;
  blind = [];
  feed = feedAt(PACE);
});

afterEach(() => {
  feed.onModuleDestroy();
});

function feedAt(pace: typeof PACE): LiveFeed {
  return new LiveFeed(look, (error) => blind.push(error), pace);
}

function look(): Promise<Progress> {
  looks += 1;
  return failure === undefined ? Promise.resolve(stored) : Promise.reject(failure);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(1);
}

const someLooks = () => {
  const before = looks;
  return until(() => looks > before + 2);
};

/** What a stream said so far; read as it comes. */
function listen(stream: Readable) {
  const heard = { text: '', ended: false };
  stream.setEncoding('utf8').on('data', (text: string) => (heard.text += text));
  stream.on('end', () => (heard.ended = true));
  return heard;
}

describe('a page that listens', () => {
  it('hears at once that it is heard, and nothing of what was there before', async () => {
    const stream = feed.open();
    const heard = listen(stream);
    await until(() => heard.text.includes('id'));
    await someLooks();
    expect(heard.text).toBe(
      'retry: 3000\n\nid: a\nevent: opened\n' +
        'data: {"lastEventAt":"1970-01-01T00:00:01.000Z","storedAt":"1970-01-01T00:00:02.000Z"}\n\n',
    );
    stream.destroy();
  });

  it('hears of what was stored, each time once', async () => {
    const [one, other] = [feed.open(), feed.open()];
    const [first, second] = [listen(one), listen(other)];
    await until(() => first.text.includes('id') && second.text.includes('id'));
    stored = { lastEventAt: 3_000, storedAt: 4_000, mark: 'b' };
    await until(() => first.text.includes('changed') && second.text.includes('changed'));
    await someLooks();
    expect(first.text).toBe(
      'retry: 3000\n\nid: a\nevent: opened\n' +
        'data: {"lastEventAt":"1970-01-01T00:00:01.000Z","storedAt":"1970-01-01T00:00:02.000Z"}\n\nid: b\nevent: changed\n' +
        'data: {"lastEventAt":"1970-01-01T00:00:03.000Z","storedAt":"1970-01-01T00:00:04.000Z"}\n\n',
    );
    expect(second.text).toBe(first.text);
    one.destroy();
    other.destroy();
  });

  it('hears what it missed while its stream was broken', async () => {
    const missed = listen(feed.open('before a'));
    const current = listen(feed.open('a'));
    await until(() => missed.text.includes('event: changed'));
    expect(current.text).toBe('retry: 3000\n\n');
  });

  it('hears now and then that it is still heard', async () => {
    feed = feedAt({ ...PACE, heartbeatEveryMs: 2 });
    const heard = listen(feed.open());
    await until(() => (heard.text.match(/^: /gm) ?? []).length > 1);
    expect(heard.text).toContain('\n\n: still here\n\n');
  });

  it('hears on after the store did not answer for a while; the log hears of it once', async () => {
    const heard = listen(feed.open());
    failure = new Error('connection refused');
    await someLooks();
    await someLooks();
    expect(blind).toEqual([failure]);
    failure = undefined;
    await until(() => heard.text.includes('id: a'));
  });

  it('is let go when the process stops, and so is whoever comes after', async () => {
    const heard = listen(feed.open());
    feed.onModuleDestroy();
    const late = listen(feed.open());
    await until(() => heard.ended && late.ended);
  });

  it('is cut off if it does not read', async () => {
    feed = feedAt({ ...PACE, heartbeatEveryMs: 1 });
    const stream = feed.open();
    await once(stream, 'close');
    expect(stream.readableLength).toBeLessThan(9_000);
  }, 60_000);
});

it('the store is looked at for all pages together, and for none not at all', async () => {
  const slow = feedAt({ ...PACE, lookEveryMs: 1_000_000 });
  const streams = Array.from({ length: 20 }, () => slow.open());
  await until(() => looks > 0);
  expect(looks).toBe(1);
  for (const stream of streams) stream.destroy();
  slow.onModuleDestroy();

  const stream = feed.open();
  await someLooks();
  stream.destroy();
  await once(stream, 'close');
  const looked = looks;
  await delay(20);
  expect(looks).toBe(looked);
});
