import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until, Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

interface Entry {
  readonly id: string;
  readonly payload: string;
  readonly settled: { readonly how: string; readonly by: string | null } | null;
}

const BROKEN = {
  type: 'deployment',
  service: 'quarantined',
  environment: 'production',
  id: 'r1',
  status: 'succeeded',
};
const MENDED = { ...BROKEN, finishedAt: '2026-02-02T12:00:00Z' };

describePlatform('what could not be used', () => {
  const bench = new Workbench();
  let address: string;
  let api: PlatformClient;

  beforeAll(async () => {
    address = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(address);
  });

  afterAll(() => bench.clear());

  const listed = async (state: string): Promise<readonly Entry[]> => {
    const { body } = await api.get('/v1/quarantine', { state });
    return body['items'] as readonly Entry[];
  };

  /** Puts an event in quarantine and waits until it is listed. */
  const quarantined = async (event: object): Promise<Entry> => {
    const text = JSON.stringify(event);
    const { body } = await api.post(text, {}, '?invalid=quarantine');
    expect(body).toMatchObject({ accepted: 0, quarantined: 1 });
    return until('it to be listed', async () =>
      (await listed('open')).find(({ payload }) => payload === text),
    );
  };

  const settledAs = (id: string) =>
    until('it to be settled', async () => {
      const { body } = await api.get(`/v1/quarantine/${id}`);
      return (body as unknown as Entry).settled ?? undefined;
    });

  it('is mended at the command line, and counts', async () => {
    const { id } = await quarantined(BROKEN);
    const shown = await bench.command(['quarantine', 'show', id, '--url', address]);
    expect(shown).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('finishedAt is missing'),
    });

    // What is still wrong is said once more, and nothing is settled.
    const words = ['quarantine', 'retry', id, '--by', 'Ada', '--url', address];
    const refused = await bench.command(words);
    expect(refused.exitCode).toBe(1);
    expect(await listed('settled')).toEqual([]);

    const mend = `const f = process.argv[1], fs = require('fs'); fs.writeFileSync(f, ${JSON.stringify(JSON.stringify(MENDED))})`;
    const mended = await bench.command([...words, '--edit'], {
      environment: { EDITOR: `"${process.execPath}" -e ${JSON.stringify(mend)} --` },
    });
    expect(mended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 accepted') });
    expect(await settledAs(id)).toMatchObject({ how: 'sent_again', by: 'Ada' });
    expect(await listed('open')).toEqual([]);
    await until('the deployment to be there', async () => {
      const deployments = await api.deployments({ service: 'quarantined' });
      return deployments.length > 0 ? deployments : undefined;
    });
  });

  it('is discarded with a reason, and open again when it comes again', async () => {
    const event = { ...BROKEN, id: 'r2' };
    const { id } = await quarantined(event);
    const words = ['quarantine', 'discard', id, '--reason', 'a test of ours', '--url', address];
    expect(await bench.command(words)).toMatchObject({ exitCode: 0 });
    expect(await settledAs(id)).toMatchObject({ how: 'discarded' });
    expect((await listed('settled')).map((entry) => entry.id)).toContain(id);
    expect(await quarantined(event)).toMatchObject({ id, settled: null });
  });
});
