import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEvent } from '@throughline/events';
import {
  accepted,
  eventsOf,
  type RecordingApi,
  recordingApi,
} from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';
import { TestRepository } from '../git/repository.fixture.js';

let api: RecordingApi;
let repository: TestRepository;

beforeEach(async () => {
  api = await recordingApi();
  repository = new TestRepository();
});

afterEach(async () => {
  repository.remove();
  await api.close();
});

const importGit = (...words: string[]) =>
  runCli(['import', 'git', repository.path, '--service', 'shop', '--url', api.url, ...words]);

const at = (seconds: number) => ({
  GIT_AUTHOR_DATE: `${seconds - 60} +0000`,
  GIT_COMMITTER_DATE: `${seconds} +0000`,
});

/** A line of commits with a release branch, an octopus, and tags of every kind. */
function makeHistory(): void {
  const commit = (message: string, seconds: number) =>
    repository.git(['commit', '--quiet', '--allow-empty', '-m', message], '', at(seconds));
  commit('one', 1_600_000_000);
  repository.git(['tag', 'v1.0.0']);
  for (const [index, branch] of ['left', 'middle', 'right'].entries()) {
    repository.git(['checkout', '--quiet', '-b', branch, 'main']);
    commit(branch, 1_600_001_000 + index);
  }
  repository.git(['checkout', '--quiet', 'main']);
  commit('two', 1_600_002_000);
  repository.git(
    ['merge', '--quiet', '--no-ff', '-m', 'octopus', 'left', 'middle'],
    '',
    at(1_600_003_000),
  );
  repository.git(['tag', '-a', 'v1.1.0', '-m', 'annotated'], '', at(1_600_009_000));
  repository.git(
    ['tag', '-a', 'v1.1.0-again', 'v1.1.0', '-m', 'a tag of a tag'],
    '',
    at(1_600_009_500),
  );
  // Reached by no branch, only by its tag.
  repository.git(['checkout', '--quiet', '--detach', 'v1.0.0']);
  commit('patch', 1_600_004_000);
  repository.git(['tag', 'v1.0.1']);
  repository.git(['tag', 'v-tree', 'HEAD^{tree}']);
  repository.git(['checkout', '--quiet', '--detach', 'v1.0.0']);
  commit('nightly', 1_600_005_000);
  repository.git(['tag', 'nightly']);
  repository.git(['checkout', '--quiet', 'main']);
}

// Each test runs git some twenty times or more, and may share the machine.
jest.setTimeout(60_000);

describe('import git', () => {
  it('says which commits git took back, and nothing else of what messages say', async () => {
    const head = () => repository.git(['rev-parse', 'HEAD']).trim();
    const write = (name: string, words: readonly string[]) => {
      writeFileSync(join(repository.path, name), name);
      repository.git(['add', name]);
      repository.git(['commit', '--quiet', '-m', ...words]);
      return head();
    };
    const revert = (...words: string[]) => {
      repository.git(['revert', '--no-edit', ...words]);
      return head();
    };
    const feature = write('feature', ['A secret feature']);
    const reverted = revert(feature);
    const reapplied = revert(reverted);
    repository.git(['checkout', '--quiet', '-b', 'branch']);
    write('branch', ['On a branch']);
    repository.git(['checkout', '--quiet', 'main']);
    repository.git(['merge', '--quiet', '--no-ff', '-m', 'Merge', 'branch']);
    const merge = head();
    const unmerged = revert('-m', '1', merge);

    expect((await importGit()).exitCode).toBe(0);
    const taken = eventsOf(api).filter((event) => 'reverts' in event);
    expect(Object.fromEntries(taken.map(({ sha, reverts }) => [sha, reverts]))).toEqual({
      [reverted]: [feature],
      [reapplied]: [reverted],
      [unmerged]: [merge],
    });
    for (const event of eventsOf(api)) expect(parseEvent(event, 0)).toMatchObject({ ok: true });
    expect(JSON.stringify(eventsOf(api))).not.toContain('secret');
  });

  it('sends what branches and the chosen tags reach, then the tags as deployments', async () => {
    makeHistory();
    const expected = repository.parents('--branches', 'v1.0.1');
    const { exitCode, stdout } = await importGit('--tags', 'v*', '--repository', 'acme/shop');
    expect(exitCode).toBe(0);
    const events = eventsOf(api);
    const commits = events.filter(({ type }) => type === 'commit');
    expect(new Map(commits.map(({ sha, parents }) => [sha, parents]))).toEqual(expected);
    expect(commits).toHaveLength(expected.size);
    const commit = (revision: string) =>
      repository.git(['rev-parse', `${revision}^{commit}`]).trim();
    const deployments = events.slice(commits.length);
    const deployed = {
      type: 'deployment',
      repository: 'acme/shop',
      service: 'shop',
      environment: 'production',
      status: 'succeeded',
    };
    expect(deployments).toMatchObject([
      {
        ...deployed,
        id: 'v1.0.0',
        version: 'v1.0.0',
        sha: commit('v1.0.0'),
        finishedAt: 1_600_000_000,
      },
      { ...deployed, id: 'v1.0.1', sha: commit('v1.0.1'), finishedAt: 1_600_004_000 },
      { ...deployed, id: 'v1.1.0', sha: commit('v1.1.0'), finishedAt: 1_600_009_000 },
      { ...deployed, id: 'v1.1.0-again', sha: commit('v1.1.0'), finishedAt: 1_600_009_500 },
    ]);
    expect(deployments).toHaveLength(4);
    expect(stdout).toContain(`${events.length} accepted, 0 known already`);
    expect(stdout).toContain(
      'throughline metrics --service shop --environment production --from 2020-09-13',
    );
  });

  it('sends only events that the platform takes, and the same ones when run again', async () => {
    makeHistory();
    repository.fastImport(
      Buffer.from(
        'commit refs/heads/odd\nauthor \u0001 <> 99999999999 +0000\ncommitter C <c@x> 1600006000 +0000\ndata 0\n',
      ),
    );
    expect(await importGit()).toMatchObject({ exitCode: 0 });
    const once = eventsOf(api);
    for (const event of once) expect(parseEvent(event, 0)).toMatchObject({ ok: true });
    expect(await importGit()).toMatchObject({ exitCode: 0 });
    expect(eventsOf(api)).toEqual([...once, ...once]);
  });

  it('tells what it did as JSON', async () => {
    makeHistory();
    repository.git(['remote', 'add', 'origin', 'git@git.example:acme/shop.git']);
    const { stdout } = await importGit('--json');
    const commits = repository.parents('--branches', 'v1.0.1').size;
    expect(JSON.parse(stdout)).toEqual({
      repository: 'acme/shop',
      commits,
      deployments: 4,
      firstDeployment: '2020-09-13T12:26:40.000Z',
      accepted: commits + 4,
      duplicates: 0,
      quarantined: 0,
    });
  });

  it('leaves out commits and tags before --since', async () => {
    makeHistory();
    await importGit('--since', '2020-09-13T13:00:00Z');
    const events = eventsOf(api);
    expect(events.filter(({ type }) => type === 'deployment').map(({ id }) => id)).toEqual([
      'v1.0.1',
      'v1.1.0',
      'v1.1.0-again',
    ]);
    const since = Date.parse('2020-09-13T13:00:00Z') / 1000;
    const commits = events.filter(({ type }) => type === 'commit');
    expect(commits.length).toBeGreaterThan(0);
    expect(commits.every(({ committedAt }) => Number(committedAt) >= since)).toBe(true);
  });

  it('sends the commits and says that no tag matches', async () => {
    makeHistory();
    const { exitCode, stderr } = await importGit('--tags', 'release-*');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/no tag matches release-\*.*it has 5 tags, among them.*v1\.1\.0/);
    expect(eventsOf(api).every(({ type }) => type === 'commit')).toBe(true);
  });

  it('asks the repository at the path, also from within a hook of another', async () => {
    makeHistory();
    const environment = {
      PATH: process.env['PATH'],
      GIT_DIR: '/nowhere/.git',
      GIT_INDEX_FILE: 'x',
    };
    const words = ['import', 'git', repository.path, '--service', 'shop', '--url', api.url];
    expect(await runCli(words, { environment })).toMatchObject({ exitCode: 0 });
  });

  it('refuses an empty repository, a shallow clone and a folder that is no repository', async () => {
    expect(await importGit()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('no commits yet'),
    });
    makeHistory();
    const folder = mkdtempSync(join(tmpdir(), 'throughline-shallow-'));
    try {
      const words = ['--service', 'shop', '--url', api.url];
      expect(await runCli(['import', 'git', folder, ...words])).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('not a git repository'),
      });
      const clone = join(folder, 'clone');
      repository.git(['clone', '--quiet', '--depth', '1', `file://${repository.path}`, clone]);
      expect(await runCli(['import', 'git', clone, ...words])).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('git fetch --unshallow'),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(api.requests).toEqual([]);
  });

  it('tries again when the platform is busy, and sends nothing twice that was accepted', async () => {
    makeHistory();
    const busy = await recordingApi((request, index) =>
      index === 0 ? { status: 503, headers: { 'retry-after': '0' }, body: {} } : accepted(request),
    );
    try {
      const { exitCode, stderr } = await importGit('--url', busy.url);
      expect({ exitCode, requests: busy.requests.length }).toEqual({ exitCode: 0, requests: 2 });
      expect(stderr).toContain('503; trying again');
    } finally {
      await busy.close();
    }
  });
});
