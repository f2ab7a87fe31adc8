import { describe, expect, it } from '@jest/globals';
import { ApiClient } from './api-client.js';
import { readRetryAfter } from './api-failure.js';
import { accepted, type Answer, recordingApi } from './recording-api.fixture.js';
import { withRetries } from './retries.js';

/** Sends one event to a platform that gives these answers in turn, without waiting in between. */
async function sendTo(answers: readonly Answer[]) {
  const api = await recordingApi((request, index) => answers[index] ?? accepted(request));
  const pauses: number[] = [];
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  try {
    const client = new ApiClient({ url: api.url }, { onRetry: () => undefined, pause });
    const receipt = await client.sendEvents(['{}']).catch((error: unknown) => error);
    return { receipt, pauses, requests: api.requests.length };
  } finally {
    await api.close();
  }
}

const busy = (status: number, retryAfter?: string): Answer => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  body: { detail: 'busy' },
});

describe('sending while the platform is busy', () => {
  it.each([429, 500, 502, 503, 504, 522])('tries again after %d', async (status) => {
    expect(await sendTo([busy(status)])).toMatchObject({ receipt: { accepted: 1 }, requests: 2 });
  });

  it('gives up after five tries, each pause longer than the one before', async () => {
    const { receipt, pauses, requests } = await sendTo(Array.from({ length: 9 }, () => busy(503)));
    expect(String(receipt)).toContain('the platform answered 503: busy');
    expect(requests).toBe(5);
    expect(pauses).toHaveLength(4);
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(250 * 2 ** index);
      expect(pause).toBeLessThanOrEqual(500 * 2 ** index);
    }
  });

  it('waits as long as it is asked to', async () => {
    const { pauses } = await sendTo([busy(429, '7')]);
    expect(pauses[0]).toBeGreaterThanOrEqual(7_000);
    expect(pauses[0]).toBeLessThanOrEqual(7_250);
  });

  it.each([400, 401, 403, 404, 413])('does not repeat what was refused with %d', async (status) => {
    expect(await sendTo([busy(status)])).toMatchObject({ requests: 1 });
  });

  it('tries again while nothing listens, then says how to start the platform', async () => {
    const api = await recordingApi();
    await api.close();
    let retries = 0;
    const client = new ApiClient(
      { url: api.url },
      { onRetry: () => (retries += 1), pause: () => Promise.resolve() },
    );
    await expect(client.get('/v1/metrics', {})).rejects.toThrow(
      `nothing listens at ${api.url}: start the platform with \`throughline serve\``,
    );
    expect(retries).toBe(4);
  });

  it('tries again what hangs, but only where it is told how long is too long', async () => {
    const hung = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    const hanging = async (answerWithinMs: number | undefined) => {
      let tries = 0;
      const attempt = () => {
        tries += 1;
        return tries === 1 ? Promise.reject(hung) : Promise.resolve('answered');
      };
      const pause = () => Promise.resolve();
      return withRetries(attempt, { onRetry: () => undefined, pause, answerWithinMs });
    };
    expect(await hanging(10)).toBe('answered');
    await expect(hanging(undefined)).rejects.toBe(hung);
  });

  it('keeps the path that a proxy has the platform under', async () => {
    const api = await recordingApi();
    try {
      const client = new ApiClient(
        { url: `${api.url}/throughline/` },
        { onRetry: () => undefined },
      );
      await client.get('/v1/metrics', { team: 'a,b', from: undefined });
      expect(api.requests[0]).toMatchObject({ path: '/throughline/v1/metrics' });
      expect([...(api.requests[0]?.query ?? [])]).toEqual([['team', 'a,b']]);
    } finally {
      await api.close();
    }
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 2, 1);
  it.each([
    ['120', 120_000],
    ['Sun, 01 Mar 2026 00:00:30 GMT', 30_000],
    ['Sat, 28 Feb 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads %j as %j ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
