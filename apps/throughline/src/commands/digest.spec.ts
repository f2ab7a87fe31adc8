import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RecordingApi, recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

let api: RecordingApi;

/** What a digest looks like is tested on a platform; here it is what is asked for. */
beforeEach(async () => {
  const refusal = { title: 'No such team', code: 'TL_INVALID_QUERY' };
  api = await recordingApi(() => ({ status: 400, body: refusal }));
});

afterEach(() => api.close());

const digest = (...words: string[]) => runCli(['digest', '--url', api.url, ...words]);

describe('digest', () => {
  it('asks about a whole week in the time zone of whoever reads it, and about the one before', async () => {
    await digest('--week', '2026-W01', '--timezone', 'Europe/Berlin', '--team', 'payments');
    expect(api.requests[0]?.path).toBe('/v1/metrics');
    expect(Object.fromEntries(api.requests[0]?.query ?? [])).toEqual({
      from: '2025-12-29',
      to: '2026-01-05',
      timezone: 'Europe/Berlin',
      team: 'payments',
      compare: 'previous',
    });
  });

  it('is about a week that is over unless another is asked for', async () => {
    await digest();
    const to = api.requests[0]?.query.get('to') ?? '';
    expect(new Date(to).getUTCDay()).toBe(1);
    expect(Date.parse(to)).toBeLessThanOrEqual(Date.now());
    expect(Date.now() - Date.parse(to)).toBeLessThan(7 * 86_400_000);
  });

  it('passes on what the platform refuses, and writes nothing', async () => {
    const { exitCode, stdout, stderr } = await digest('--out', '/nowhere/digest.md');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('400 TL_INVALID_QUERY: No such team');
  });

  it.each([
    [['--week', '2026-W54'], 'write a week of ISO 8601: 2026-W46.'],
    [['--week', 'last'], 'write a week of ISO 8601: 2026-W46.'],
    [['--timezone', 'Berlin'], '"Berlin" is no time zone'],
    [['--format', 'pdf'], 'Allowed choices are markdown, html.'],
    [['--dashboard-url', 'javascript:alert(1)'], 'is not an address'],
  ])('refuses %j', async (words, told) => {
    const { exitCode, stderr } = await digest(...words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(told) });
    expect(api.requests).toEqual([]);
  });
});
