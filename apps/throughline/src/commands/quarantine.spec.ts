import { describe, expect, it } from '@jest/globals';
import { recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

async function list(answer: unknown) {
  const api = await recordingApi(() => ({ status: 200, body: answer }));
  try {
    const ran = await runCli(['quarantine', 'list', '--limit', '2', '--url', api.url]);
    return { ...ran, query: Object.fromEntries(api.requests[0]?.query ?? []) };
  } finally {
    await api.close();
  }
}

const item = {
  id: 'q1',
  receivedAt: '2026-03-01T12:00:00.000Z',
  source: 'api',
  reason: { code: 'TL_INVALID_EVENTS', message: 'sha is missing' },
};

describe('quarantine list', () => {
  it('shows each fault of what was put there, or else the reason, and that there is more', async () => {
    const faulty = {
      ...item,
      faults: [{ index: 0, path: 'sha', code: 'required', message: 'is missing' }],
    };
    const answer = {
      items: [faulty, { ...item, id: 'q2', reason: { code: 'x', message: 'is damaged' } }],
      nextCursor: 'c',
    };
    const { exitCode, stdout, stderr, query } = await list(answer);
    expect({ exitCode, query }).toEqual({ exitCode: 0, query: { limit: '2' } });
    expect(stdout).toMatch(/│ 2026-03-01T12:00:00.000Z │ api +│ q1 +│ sha is missing +│/);
    expect(stdout).toMatch(/│ q2 +│ is damaged +│/);
    expect(stderr).toContain('There are more');
  });

  it('says that it is empty', async () => {
    expect(await list({ items: [], nextCursor: null })).toMatchObject({
      exitCode: 0,
      stdout: 'The quarantine is empty.\n',
      stderr: '',
    });
  });
});
