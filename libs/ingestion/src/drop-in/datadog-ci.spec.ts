import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createToken } from '@throughline/service-kit';
import { sha } from '../examples.fixture.js';
import { Ingestor } from '../ingestor.fixture.js';
import { runDatadogCi } from './datadog-ci.fixture.js';

const issued = { ingest: createToken(['ingest']), read: createToken(['read']) };

const WORDS = [
  ...['dora', 'deployment', '--service', 'shop', '--env', 'production'],
  ...['--started-at', '2026-03-01T12:00:00Z', '--finished-at', '1772366460'],
  ...['--git-repository-url', 'git@github.com:acme/shop.git', '--git-commit-sha', sha('a')],
  ...['--version', 'v42', '--team', 'backend', '--custom-tags', 'language:java'],
];

describe('datadog-ci dora deployment', () => {
  let ingestor: Ingestor;
  let address: string;

  beforeAll(async () => {
    ingestor = await Ingestor.start(
      {},
      (['ingest', 'read'] as const).map((scope) => ({
        name: scope,
        sha256: issued[scope].sha256,
        scopes: [scope],
      })),
    );
    await ingestor.application.listen(0, '127.0.0.1');
    address = await ingestor.application.getUrl();
  });

  afterAll(() => ingestor.stop());

  it('is told what is wrong, and shows it, when the key may not send', async () => {
    const unknown = await runDatadogCi(address, 'no-token-of-ours', WORDS);
    expect(unknown.said).toContain('does not look like one of ours');
    const reader = await runDatadogCi(address, issued.read.token, WORDS);
    expect(reader).toMatchObject({ exitCode: 1 });
    expect(reader.said).toContain('this needs ingest');
    expect(await ingestor.events()).toEqual([]);
  });

  it('is told what is wrong with the deployment itself', async () => {
    const words = WORDS.map((word) => (word === sha('a') ? 'abc1234' : word));
    const ran = await runDatadogCi(address, issued.ingest.token, words);
    expect(ran).toMatchObject({ exitCode: 1 });
    expect(ran.said).toContain('sha is not a full commit hash');
    expect(await ingestor.events()).toEqual([]);
  });

  it('sends a deployment', async () => {
    const ran = await runDatadogCi(address, issued.ingest.token, WORDS);
    expect(ran).toMatchObject({
      exitCode: 0,
      said: expect.stringContaining('Successfully sent DORA deployment event'),
    });
    expect(await ingestor.events()).toMatchObject([
      {
        type: 'deployment',
        source: 'datadog',
        service: 'shop',
        environment: 'production',
        status: 'succeeded',
        startedAt: Date.UTC(2026, 2, 1, 12),
        finishedAt: Date.UTC(2026, 2, 1, 12, 1),
        repository: 'acme/shop',
        sha: sha('a'),
        version: 'v42',
        labels: ['language:java', 'team:backend'],
      },
    ]);
  });
});
