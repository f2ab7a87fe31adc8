import { describe, expect, it } from '@jest/globals';
import { recordingLogger } from '../http/http.fixture.js';
import { Lifecycle, StoppingError } from './lifecycle.js';

function newLifecycle(budgetMs?: number) {
  const { logger, lines } = recordingLogger();
  const failures: string[] = [];
  const stopped: string[] = [];
  const lifecycle = new Lifecycle(
    logger,
    (part, error) => failures.push(`${part}: ${String(error)}`),
    budgetMs,
  );
  const open = (name: string, stop: () => void | Promise<void> = () => undefined) =>
    lifecycle.open(
      name,
      () => name,
      async () => {
        stopped.push(name);
        await stop();
      },
    );
  return { lifecycle, open, stopped, failures, lines };
}

const never = new Promise<void>(() => undefined);

describe('stopping', () => {
  it('goes backwards through what was opened, one part after the other', async () => {
    const { lifecycle, open, stopped } = newLifecycle();
    await open('store');
    await open('consumer', () => {
      expect(stopped).toEqual(['http', 'consumer']);
    });
    await open('http');
    expect(lifecycle.parts).toEqual(['store', 'consumer', 'http']);
    expect(await lifecycle.stop()).toBe(true);
    expect(stopped).toEqual(['http', 'consumer', 'store']);
  });

  it('happens once, however often it is asked for', async () => {
    const { lifecycle, open, stopped } = newLifecycle();
    await open('store');
    await Promise.all([lifecycle.stop(), lifecycle.stop()]);
    await lifecycle.stop();
    expect(stopped).toEqual(['store']);
  });

  it('names a part that hangs and still stops the others', async () => {
    const { lifecycle, open, stopped, lines } = newLifecycle(600);
    await open('store');
    await open('consumer', () => never);
    expect(await lifecycle.stop()).toBe(false);
    expect(stopped).toEqual(['consumer', 'store']);
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'process.part.hung', part: 'consumer' }),
    );
  });

  it('names a part that fails to stop and still stops the others', async () => {
    const { lifecycle, open, stopped, lines } = newLifecycle();
    await open('store');
    await open('consumer', () => Promise.reject(new Error('broker gone')));
    expect(await lifecycle.stop()).toBe(false);
    expect(stopped).toEqual(['consumer', 'store']);
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'process.part.stop-failed', part: 'consumer' }),
    );
  });

  it('in the middle of the start waits for what is half open, stops it, and opens nothing more', async () => {
    const { lifecycle, open, stopped } = newLifecycle();
    let finish: (part: string) => void = () => undefined;
    const opening = lifecycle.open(
      'log',
      () => new Promise<string>((resolve) => (finish = resolve)),
      (part) => {
        stopped.push(part);
      },
    );
    const stopping = lifecycle.stop();
    await expect(open('http')).rejects.toThrow(StoppingError);
    // Whatever needs no waiting is over by the next turn of the loop; the stop must not be.
    const nextTurn = new Promise((resolve) => setImmediate(resolve, 'still waiting'));
    expect(await Promise.race([stopping, nextTurn])).toBe('still waiting');
    finish('log');
    await opening;
    expect(await stopping).toBe(true);
    expect(stopped).toEqual(['log']);
  });
});

describe('a part that fails to open', () => {
  it('is not stopped, but those before it are', async () => {
    const { lifecycle, open, stopped } = newLifecycle();
    await open('store');
    const broken = lifecycle.open(
      'log',
      () => Promise.reject(new Error('disk full')),
      () => {
        stopped.push('log');
      },
    );
    await expect(broken).rejects.toThrow('disk full');
    expect(await lifecycle.stop()).toBe(true);
    expect(stopped).toEqual(['store']);
  });
});

describe('watched work', () => {
  it('that fails is a failure of the process', async () => {
    const { lifecycle, failures } = newLifecycle();
    lifecycle.watch('consumer', Promise.reject(new Error('lost')));
    await Promise.resolve();
    expect(failures).toEqual(['consumer: Error: lost']);
  });

  it('that ends, or fails only while stopping, is not', async () => {
    const { lifecycle, open, failures } = newLifecycle();
    let lose: (error: Error) => void = () => undefined;
    lifecycle.watch('one', Promise.resolve());
    lifecycle.watch('other', new Promise((_resolve, reject) => (lose = reject)));
    await open('store', () => {
      lose(new Error('lost'));
    });
    await lifecycle.stop();
    expect(failures).toEqual([]);
  });
});
