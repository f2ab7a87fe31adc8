import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RecordingApi, recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

const unknown = { p50: null, p75: null, p90: null, mean: null };

const answer = {
  definition: { id: 'dora', version: '1' },
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-04-01T00:00:00.000Z',
  timezone: 'UTC',
  interval: 'month',
  rows: [
    {
      group: { team: 'payments' },
      start: '2026-01-01T00:00:00.000Z',
      end: '2026-02-01T00:00:00.000Z',
      deploymentFrequency: { deployments: 12, perDay: 0.4, daysWithDeployment: 9 },
      changeLeadTime: { commits: 340, p50: 183_600, p75: 1, p90: 864_000, mean: 1 },
      changeFailRate: { failed: 2, deployments: 12, rate: 2 / 12, low: 0.047, high: 0.448 },
      recoveryTime: { failed: 2, recovered: 1, open: 1, p50: 5_400, p75: 1, p90: 1, mean: 1 },
      reworkRate: { rework: 1, deployments: 12, rate: 1 / 12, low: 0.015, high: 0.354 },
      timeToRestore: { incidents: 3, resolved: 2, open: 1, p50: 0, mean: 0 },
    },
    {
      group: { team: 'mobile' },
      start: '2026-01-01T00:00:00.000Z',
      end: '2026-02-01T00:00:00.000Z',
      deploymentFrequency: { deployments: 0, perDay: 0, medianSecondsBetween: null },
      changeLeadTime: { commits: 0, ...unknown },
      changeFailRate: { failed: 0, deployments: 0, rate: null, low: null, high: null },
      recoveryTime: { failed: 0, recovered: 0, open: 0, ...unknown },
      reworkRate: { rework: 0, deployments: 0, rate: null, low: null, high: null },
      timeToRestore: { incidents: 0, resolved: 0, open: 0, ...unknown },
    },
  ],
};

let api: RecordingApi;

beforeEach(async () => {
  api = await recordingApi(() => ({ status: 200, body: answer }));
});

afterEach(() => api.close());

const cells = (line: string | undefined) =>
  line
    ?.split('│')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('metrics', () => {
  it('draws a row for each group and interval, and leaves open what is unknown', async () => {
    const { exitCode, stdout } = await runCli(['metrics', '--url', api.url]);
    expect(exitCode).toBe(0);
    const lines = stdout.split('\n').filter((line) => line.includes('│'));
    expect(lines.map(cells)).toEqual([
      ['Team', 'Month', 'Deployments', 'Lead time', 'Change fail rate', 'Recovery', 'Rework rate'],
      [
        'payments',
        '2026-01-01',
        '12 (2.8 a week)',
        '2 d 3 h (p90 10 d)',
        '16.7 % of 12 (4.7–44.8 %)',
        '1 h 30 min (1 of 2)',
        '8.3 % of 12 (1.5–35.4 %)',
      ],
      ['mobile', '2026-01-01', '0 (none)', '–', '–', '–', '–'],
    ]);
  });

  it('asks for exactly what the words say', async () => {
    await runCli([
      ...['metrics', '--url', api.url, '--from', '2026-01-01', '--to', '2026-04-01'],
      ...['--interval', 'month', '--group-by', 'team', '--timezone', 'Europe/Berlin'],
      ...['--definition', 'ours', '--service', 'a,b', '--team', 'c', '--environment', 'live'],
    ]);
    expect(Object.fromEntries(api.requests[0]?.query ?? [])).toEqual({
      from: '2026-01-01',
      to: '2026-04-01',
      interval: 'month',
      groupBy: 'team',
      timezone: 'Europe/Berlin',
      definition: 'ours',
      service: 'a,b',
      team: 'c',
      environment: 'live',
    });
  });

  it('says what changed, and shows only what the definition has', async () => {
    const [row] = answer.rows;
    const verdict = (said: string) => ({ verdict: said });
    const compared = {
      ...row,
      recoveryTime: null,
      reworkRate: null,
      comparison: {
        deploymentFrequency: verdict('higher'),
        changeLeadTime: verdict('no_clear_change'),
        changeFailRate: verdict('too_little_data'),
        recoveryTime: null,
        reworkRate: null,
        timeToRestore: verdict('lower'),
      },
    };
    await api.close();
    api = await recordingApi(() => ({ status: 200, body: { ...answer, rows: [compared] } }));
    const { stdout } = await runCli(['metrics', '--compare', 'previous', '--url', api.url]);
    expect(Object.fromEntries(api.requests[0]?.query ?? [])).toEqual({ compare: 'previous' });
    const lines = stdout.split('\n').filter((line) => line.includes('│'));
    expect(lines.map(cells)).toEqual([
      ['Team', 'Month', 'Deployments', 'Lead time', 'Change fail rate', 'Time to restore'],
      [
        'payments',
        '2026-01-01',
        '12 (2.8 a week) ↑ higher',
        '2 d 3 h (p90 10 d) ≈ no clear change',
        '16.7 % of 12 (4.7–44.8 %) ? too little data',
        '0 s (2 of 3) ↓ lower',
      ],
    ]);
  });

  it('prints the answer as it is with --json', async () => {
    const { stdout } = await runCli(['metrics', '--json', '--url', api.url]);
    expect(JSON.parse(stdout)).toEqual(answer);
  });
});
