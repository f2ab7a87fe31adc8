import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, jest } from '@jest/globals';
import { Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { ALWAYS, PlatformClient } from './platform/platform-client.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const DEPLOYED = Date.UTC(2026, 2, 5);

/** A deployment, and an incident of its service ten hours after it that names no cause. */
const EVENTS = [
  {
    type: 'deployment',
    service: 'api',
    environment: 'live',
    id: '1',
    repository: 'acme/api',
    sha: 'a'.repeat(40),
    status: 'succeeded',
    finishedAt: DEPLOYED,
  },
  {
    type: 'incident',
    id: 'INC-1',
    service: 'api',
    environment: 'live',
    openedAt: DEPLOYED + 10 * HOUR,
  },
];

const configuration = (window: string) => `environments: { production: [live] }
services:
  api: { team: search, formerly: [{ team: payments, until: 2026-03-06 }] }
definitions:
  ours: { extends: dora, failure: { window: ${window} } }
`;

describePlatform('definitions of one’s own in throughline.yaml', () => {
  const bench = new Workbench();

  afterEach(() => bench.clear());

  it('answer at once, and another way at once when they change, from the same facts', async () => {
    const folder = await bench.folder();
    const file = join(folder, 'throughline.yaml');
    await writeFile(file, configuration('4h'));
    const first = bench.launchPlatform(folder);
    const api = new PlatformClient(await first.ready());
    await api.send(EVENTS);
    await api.settled('acme/api');
    expect(await failuresOf(api, 'dora')).toEqual({ team: 'payments', failed: 1 });
    expect(await failuresOf(api, 'ours')).toEqual({ team: 'payments', failed: 0 });
    const before = await versionOf(api);
    await first.end();

    await writeFile(file, configuration('12h'));
    const again = new PlatformClient(await bench.launchPlatform(folder).ready());
    expect(await failuresOf(again, 'ours')).toEqual({ team: 'payments', failed: 1 });
    expect(await versionOf(again)).not.toBe(before);
  });

  it('are told by `throughline config check`, and refused where they are wrong', async () => {
    const file = join(await bench.folder(), 'throughline.yaml');
    const check = async (text: string) => {
      await writeFile(file, text);
      return bench.command(['config', 'check'], { environment: { THROUGHLINE_CONFIG: file } });
    };
    const { exitCode, stdout } = await check(configuration('4h'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Metrics can be asked for as ours: dora but for failure.window.');
    expect(stdout).toContain('belongs to search, belonged to payments until 2026-03-06');
    const refused = await check(configuration('4 hours'));
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain(':5:45 definitions.ours.failure.window: is no length of time');
  });
});

/** The team that the only failure rate is of, and how many failed. */
async function failuresOf(api: PlatformClient, definition: string) {
  const rows = await api.metrics({ definition, groupBy: 'team' });
  const [row] = rows.filter(({ changeFailRate }) => changeFailRate.deployments > 0);
  return { team: row?.group['team'], failed: row?.changeFailRate.failed };
}

async function versionOf(api: PlatformClient): Promise<unknown> {
  const { body } = await api.get('/v1/metrics', { ...ALWAYS, definition: 'ours' });
  return (body['definition'] as { readonly version: string }).version;
}
