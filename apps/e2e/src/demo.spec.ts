import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import {
  type CommandOutcome,
  ORACLE_DEFINITIONS,
  oracleMetrics,
  readEvents,
  Workbench,
} from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { type MetricsRow, PlatformClient } from './platform/platform-client.js';

jest.setTimeout(180_000);

const TEAMS = ['mobile', 'payments', 'search'];

interface Shown {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly MetricsRow[];
}

describePlatform('throughline demo', () => {
  const bench = new Workbench();
  let demo: CommandOutcome;
  let shown: Shown;
  let dataDirectory: string;
  let counted: ReturnType<typeof oracleMetrics>;

  beforeAll(async () => {
    const environment = { TMPDIR: await bench.folder() };
    const words = ['demo', '--exit', '--keep', '--json', '--port', '0'];
    demo = await bench.command(words, { environment });
    shown = JSON.parse(demo.stdout) as Shown;
    dataDirectory = /^The data is kept in (.+)$/m.exec(demo.stderr)?.[1] ?? '';
    const production = ['production'];
    counted = oracleMetrics(await readEvents(dataDirectory), {
      definition: ORACLE_DEFINITIONS.dora,
      configuration: {},
      now: Date.parse(shown.to),
      start: Date.parse(shown.from),
      end: Date.parse(shown.to),
      interval: 'none',
      groupBy: 'team',
      timezone: 'UTC',
      production,
      environments: production,
    });
  });

  afterEach(() => bench.endPrograms());

  afterAll(() => bench.clear());

  it('ends by itself and well', () => {
    expect(demo.exitCode).toBe(0);
  });

  it('shows of each team what its events say', () => {
    expect(shown.rows.map(({ group }) => group['team'])).toEqual(TEAMS);
    expect(comparable(counted)).toMatchObject(comparable(shown.rows));
  });

  it('leaves data that can be served on, down to the last figure', async () => {
    const api = new PlatformClient(await bench.launchPlatform(dirname(dataDirectory)).ready());
    const { from, to } = shown;
    expect(comparable(await api.metrics({ from, to, groupBy: 'team' }))).toEqual(
      comparable(counted),
    );
  });

  it('leaves data that the command line can show as a table', async () => {
    const url = await bench.launchPlatform(dirname(dataDirectory)).ready();
    const { from, to } = shown;
    const words = ['metrics', '--group-by', 'team', '--from', from, '--to', to, '--url', url];
    const { exitCode, stdout } = await bench.command(words);
    expect(exitCode).toBe(0);
    for (const { group, deploymentFrequency } of shown.rows) {
      const row = `${group['team'] ?? ''} .*\\b${deploymentFrequency.deployments}\\b`;
      expect(stdout).toMatch(new RegExp(row));
    }
  });
});

/**
 * Sums of doubles depend on their order in the last digits, and Kaplan–Meier quantiles on the moment
 * of asking: what is open has been open for longer each time.
 */
function comparable<Value>(value: Value): Value {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (key === 'kaplanMeier') {
      const { n, ended, open } = part as Readonly<Record<string, number>>;
      return { n, ended, open };
    }
    return typeof part === 'number' ? Number(part.toPrecision(12)) : part;
  });
  return JSON.parse(text) as Value;
}
