import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  // What is configured on the machine must not decide what a test sees.
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A real repository, made by real git, in a temporary folder. */
export class TestRepository {
  readonly path = mkdtempSync(join(tmpdir(), 'throughline-git-'));

  constructor() {
    this.git(['init', '--quiet', '--initial-branch=main']);
  }

  git(words: readonly string[], input: Buffer | string = '', environment = {}): string {
    return execFileSync('git', ['-C', this.path, ...words], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...IDENTITY, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  /** Feeds `git fast-import`: any graph, any bytes. */
  fastImport(stream: Buffer | string): void {
    this.git(['fast-import', '--quiet', '--force'], stream);
  }

  /** What `git rev-list` says of each commit: its parents. */
  parents(...revisions: string[]): Map<string, string[]> {
    const listing = this.git(['rev-list', '--parents', ...revisions]);
    return new Map(
      listing
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [sha = '', ...parents] = line.split(' ');
          return [sha, parents];
        }),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
