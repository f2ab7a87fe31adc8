import { execFileSync } from 'node:child_process';

/** What is configured on the machine must not decide what a test sees. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Real git in one repository. */
export class Git {
  constructor(private readonly repository: string) {}

  ask(words: readonly string[], input = ''): string {
    return execFileSync('git', ['-C', this.repository, ...words], {
      input,
      encoding: 'utf8',
      env: ENVIRONMENT,
    });
  }

  lines(words: readonly string[]): readonly string[] {
    return this.ask(words)
      .split('\n')
      .filter((line) => line !== '');
  }

  /** A new repository whose history is a stream for `git fast-import`: any graph, without a working tree. */
  static withHistory(repository: string, stream: string): Git {
    const git = new Git(repository);
    git.ask(['init', '--quiet', '--bare']);
    git.ask(['fast-import', '--quiet'], stream);
    return git;
  }
}
