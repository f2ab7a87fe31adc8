import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import {
  type Answer,
  accepted,
  eventsOf,
  type RecordedRequest,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import type { PlatformOptions, RunningPlatform } from '../cli.js';
import { runCli } from '../cli.fixture.js';

let api: RecordingApi;

/** Counts what it was sent as the platform does: the last word on each deployment to production. */
function metricsOf({ requests }: Pick<RecordingApi, 'requests'>): unknown {
  const latest = new Map<unknown, unknown>();
  for (const event of eventsOf({ requests: requests.filter(({ method }) => method === 'POST') })) {
    if (event['type'] === 'deployment' && event['environment'] === 'production') {
      latest.set(event['id'], event['status']);
    }
  }
  const finished = latest.size;
  const succeeded = [...latest.values()].filter((status) => status === 'succeeded').length;
  const rate = { rate: null, low: null, high: null };
  return {
    definition: { id: 'dora' },
    ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' },
    ...{ timezone: 'UTC', interval: 'none' },
    rows: [
      {
        group: { team: 'payments' },
        ...{ start: '2026-01-01T00:00:00.000Z', end: '2026-07-01T00:00:00.000Z' },
        deploymentFrequency: { deployments: succeeded, perDay: 1 },
        changeLeadTime: { commits: 1, p50: 1, p90: 1 },
        changeFailRate: { failed: 0, deployments: finished, ...rate },
        recoveryTime: { failed: 0, recovered: 0, p50: null },
        reworkRate: { rework: 0, deployments: finished, ...rate },
        timeToRestore: { incidents: 0, resolved: 0, p50: null },
      },
    ],
  };
}

function answer(request: RecordedRequest): Answer {
  return request.method === 'POST' ? accepted(request) : { status: 200, body: metricsOf(api) };
}

beforeEach(async () => {
  api = await recordingApi(answer);
});

afterEach(() => api.close());

/** A platform that is the recording one, and runs until it is stopped. */
function startable() {
  const seen: { options?: PlatformOptions; configuration?: string; stopped: boolean } = {
    stopped: false,
  };
  let finish: (exitCode: number) => void = () => undefined;
  const finished = new Promise<number>((resolve) => (finish = resolve));
  const startPlatform = (options: PlatformOptions): Promise<RunningPlatform> => {
    seen.options = options;
    seen.configuration = readFileSync(options.environment['THROUGHLINE_CONFIG'] ?? '', 'utf8');
    const stop = () => {
      seen.stopped = true;
      return Promise.resolve();
    };
    return Promise.resolve({ url: api.url, stop, finished });
  };
  return { seen, finish, startPlatform };
}

describe('demo', () => {
  it('feeds the sample over HTTP, shows the metrics when all is counted, and leaves nothing behind', async () => {
    const { seen, startPlatform } = startable();
    const { exitCode, stdout, stderr } = await runCli(['demo', '--exit', '--port', '0'], {
      startPlatform,
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining(`${api.url}/v1/metrics?`),
    });
    expect(stdout).toContain('payments');
    expect(seen.options).toMatchObject({ port: 0, dataDirectory: expect.any(String) });
    expect(seen.configuration).toContain('environments:');
    expect(seen.stopped).toBe(true);
    expect(existsSync(seen.options?.environment['THROUGHLINE_CONFIG'] ?? '/')).toBe(false);
  }, 30_000);

  it('keeps away from the real log, store and configuration', async () => {
    const { seen, startPlatform } = startable();
    const environment = {
      KAFKA_BROKERS: 'kafka:9092',
      CLICKHOUSE_URL: 'http://clickhouse:8123',
      THROUGHLINE_DATA_DIR: '/var/lib/throughline',
      THROUGHLINE_CONFIG: '/etc/throughline.yaml',
      OTEL_SERVICE_NAME: 'demo',
    };
    await runCli(['demo', '--exit'], { startPlatform, environment });
    expect(Object.keys(seen.options?.environment ?? {}).sort()).toEqual([
      'LOG_LEVEL',
      'OTEL_SERVICE_NAME',
      'THROUGHLINE_CONFIG',
    ]);
    expect(seen.options?.environment['THROUGHLINE_CONFIG']).not.toBe('/etc/throughline.yaml');
  }, 30_000);

  it('serves on until the platform ends', async () => {
    const { seen, finish, startPlatform } = startable();
    const running = runCli(['demo'], { startPlatform });
    await untilAsked();
    expect(existsSync(seen.options?.environment['THROUGHLINE_CONFIG'] ?? '')).toBe(true);
    finish(0);
    expect(await running).toMatchObject({ exitCode: 0 });
    expect(seen.stopped).toBe(false);
    expect(existsSync(seen.options?.environment['THROUGHLINE_CONFIG'] ?? '/')).toBe(false);
  }, 30_000);
  it('takes an end in the middle of feeding for an end like any other', async () => {
    const { seen, finish, startPlatform } = startable();
    await api.close();
    api = await recordingApi((request) => {
      finish(0);
      return accepted(request);
    });
    const { exitCode, stdout } = await runCli(['demo'], { startPlatform });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(existsSync(seen.options?.environment['THROUGHLINE_CONFIG'] ?? '/')).toBe(false);
  }, 30_000);
});

/** Until the command has asked for the metrics. */
async function untilAsked(): Promise<void> {
  while (!api.requests.some(({ method }) => method === 'GET')) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
