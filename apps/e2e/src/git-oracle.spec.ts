import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Workbench } from '@throughline/testing';
import { figuresOfGit, figuresOfPlatform } from './figures/figures.js';
import { askGit } from './git-oracle/ask-git.js';
import { Git } from './git-oracle/git.js';
import { randomHistory } from './git-oracle/random-history.js';
import { describePlatform } from './platform/describe-platform.js';
import { PlatformClient } from './platform/platform-client.js';

jest.setTimeout(120_000);

const PATTERN = 'v*';

describePlatform('a repository that is imported with the command line', () => {
  const bench = new Workbench();
  let url: string;
  let api: PlatformClient;

  beforeAll(async () => {
    url = await bench.launchPlatform(await bench.folder()).ready();
    api = new PlatformClient(url);
  });

  afterAll(() => bench.clear());

  async function importHistory(path: string, service: string): Promise<void> {
    const repository = `acme/${service}`;
    const place = ['--service', service, '--environment', 'production', '--repository', repository];
    const words = ['import', 'git', path, ...place, '--tags', PATTERN, '--url', url];
    expect(await bench.command(words)).toMatchObject({ exitCode: 0 });
    await api.settled(repository);
  }

  it.each([1, 2, 3, 4])('has the figures that git itself gives: seed %i', async (seed) => {
    const path = await bench.folder();
    const answers = askGit(Git.withHistory(path, randomHistory(seed, 150)), PATTERN);
    expect(answers.deployments.length).toBeGreaterThan(10);
    const service = `seed-${seed}`;
    await importHistory(path, service);
    expect(await figuresOfPlatform(api, service)).toEqual(figuresOfGit(answers));
  });

  it('has the same figures when it is imported again, with what came since', async () => {
    const path = await bench.folder();
    // The longer history begins with the shorter one: both come from the same chances.
    const git = Git.withHistory(path, randomHistory(5, 80));
    await importHistory(path, 'again');
    git.ask(['fast-import', '--quiet', '--force'], randomHistory(5, 160));
    await importHistory(path, 'again');
    await importHistory(path, 'again');
    expect(await figuresOfPlatform(api, 'again')).toEqual(figuresOfGit(askGit(git, PATTERN)));
  });
});
