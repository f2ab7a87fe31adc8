import { expect } from '@jest/globals';
import type { RunningServer } from '@throughline/testing';

/** Every process promises to be gone so soon after a signal. */
const ENDS_WITHIN_MS = 10_000;

/** What every process that answers HTTP promises to whoever runs it. */
export async function answersProbes(server: RunningServer): Promise<void> {
  const address = await server.ready();
  const status = async (path: string) => (await fetch(`${address}${path}`)).status;
  expect({ live: await status('/livez'), ready: await status('/readyz') }).toEqual({
    live: 200,
    ready: 200,
  });
  const metrics = await fetch(`${address}/metrics`);
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await metrics.text()).toMatch(/^# TYPE \S+ counter$/m);
}

/** A signal ends it in order and in time, whatever it was doing. */
export async function endsInOrder(
  server: RunningServer,
  signal: 'SIGTERM' | 'SIGINT',
): Promise<void> {
  const since = Date.now();
  expect(await server.end(signal)).toEqual({ exitCode: 0, signal: null });
  expect(Date.now() - since).toBeLessThan(ENDS_WITHIN_MS);
}
