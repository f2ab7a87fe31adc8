import { describe, expect, it } from '@jest/globals';
import { recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

async function ask(words: readonly string[], answer: unknown) {
  const api = await recordingApi(() => ({ status: 200, body: answer }));
  try {
    const ran = await runCli(['alerts', ...words, '--url', api.url]);
    const [request] = api.requests;
    return { ...ran, path: request?.path, query: Object.fromEntries(request?.query ?? []) };
  } finally {
    await api.close();
  }
}

const firing = {
  id: 'a1',
  rule: 'change-failures',
  kind: 'change-failure-spike',
  severity: 'page',
  state: 'firing',
  title: 'api in production: 6 of the last 8 deployments failed',
  subject: {
    service: 'api',
    environment: 'production',
    team: null,
    source: null,
    deploymentId: null,
  },
  team: 'payments',
  startedAt: '2026-03-01T12:00:00.000Z',
  acknowledged: {
    by: 'Ada',
    at: '2026-03-01T12:05:00.000Z',
    note: 'rolling\u001b[2J back',
    newNormal: false,
  },
  resolvedAt: null,
  resolution: null,
  parentId: null,
};

const over = {
  ...firing,
  id: 'a0',
  severity: 'notify',
  state: 'resolved',
  acknowledged: null,
  resolvedAt: '2026-03-02T08:30:00.000Z',
  resolution: 'recovered',
};

describe('alerts list', () => {
  it('shows since when, until when, what, and who has it', async () => {
    const filters = ['--service', 'api', '--state', 'firing', '--limit', '2'];
    const { exitCode, stdout, stderr, path, query } = await ask(['list', ...filters], {
      items: [firing, over],
      nextCursor: 'c',
    });
    expect({ exitCode, path, query }).toEqual({
      exitCode: 0,
      path: '/v1/alerts',
      query: { service: 'api', state: 'firing', limit: '2' },
    });
    expect(stdout).toMatch(
      /│ 2026-03-01 12:00 │ firing +│ page +│ api in production: 6 of the last 8 .*│ Ada +│ a1 │/,
    );
    expect(stdout).toMatch(/│ 2026-03-02 08:30 │ notify +│ .*│ +│ a0 │/);
    expect(stderr).toContain('There are more');
  });

  it('says that nothing was raised', async () => {
    expect(await ask(['list'], { items: [], nextCursor: null })).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing was raised in this window.\n',
      stderr: '',
    });
  });

  it('takes no state that there is not', async () => {
    expect((await ask(['list', '--state', 'loud'], {})).exitCode).toBe(2);
  });
});

describe('alerts show', () => {
  it('says why, on what, who has it and who was told', async () => {
    const { exitCode, stdout, path } = await ask(['show', 'a1'], {
      ...firing,
      explanation: ['Each failure adds 14 points.'],
      evidence: {
        numbers: [
          {
            ...{ name: 'baseline_rate', label: 'usual change fail rate', unit: 'share' },
            ...{ value: 0.067, low: 0.03, high: 0.12 },
          },
        ],
        deployments: [
          { id: 'd1', finishedAt: '2026-03-01T11:00:00.000Z', failed: true, reasons: ['status'] },
        ],
      },
      runbookUrl: 'https://wiki.example/api',
      deliveries: [
        { action: 'opened', receiver: 'hook', state: 'failed', attempts: 2, lastError: 'HTTP 500' },
      ],
    });
    expect({ exitCode, path }).toEqual({ exitCode: 0, path: '/v1/alerts/a1' });
    expect(stdout).toBe(
      [
        'api in production: 6 of the last 8 deployments failed',
        'page, firing since 2026-03-01 12:00, by the rule change-failures (change-failure-spike)',
        'Taken on by Ada, 2026-03-01 12:05: rolling [2J back',
        '',
        'Each failure adds 14 points.',
        '',
        'Numbers:',
        '  usual change fail rate: 6.7 % (3 % to 12 %)',
        '',
        'Deployments:',
        '  2026-03-01 11:00  d1  failed (status)',
        '',
        'Told:',
        '  hook  opened  failed after 2 attempts: HTTP 500',
        '',
        'Runbook: https://wiki.example/api',
        '',
      ].join('\n'),
    );
  });
});
