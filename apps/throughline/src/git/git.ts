import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandFailure, systemCodeOf } from '../command-failure.js';

/**
 * Variables that would lead git away from the repository it is asked about: they are set wherever
 * git itself called us, as in a hook or an alias (`git rev-parse --local-env-vars`).
 */
const LEADING_ASTRAY = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
]);

/** Asks git about one repository: reads only, never through a shell. */
export class Git {
  private readonly environment: NodeJS.ProcessEnv;

  constructor(
    readonly path: string,
    environment: NodeJS.ProcessEnv,
    /** Ends every question, also one that is under way. */
    private readonly signal?: AbortSignal,
  ) {
    this.environment = {
      ...Object.fromEntries(
        Object.entries(environment).filter(([name]) => !LEADING_ASTRAY.has(name)),
      ),
      // Messages are read by people who search for them, and no question may wait for an answer.
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
    };
  }

  /** The whole output of a short answer. */
  async ask(words: readonly string[], input?: string): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream(words, input)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }

  /** The same, or `undefined` where git says no. */
  async askIfAny(words: readonly string[]): Promise<string | undefined> {
    try {
      return await this.ask(words);
    } catch (error) {
      if (error instanceof GitFailure) return undefined;
      throw error;
    }
  }

  /**
   * The output as it comes, read only as fast as it is consumed. Leaving the loop early ends git.
   * @throws GitFailure when git fails, after what it had written
   */
  async *stream(words: readonly string[], input = ''): AsyncGenerator<Buffer> {
    const child = spawn('git', ['-C', this.path, ...words], {
      env: this.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      ...(this.signal && { signal: this.signal }),
    });
    const closed = once(child, 'close') as Promise<[number | null]>;
    // Until it is awaited below, a git that cannot be started must not count as unhandled.
    closed.catch(() => undefined);
    const complaint = text(child.stderr);
    // Git may end before it has read all of its input; how it ended tells why.
    child.stdin.on('error', () => undefined).end(input);
    try {
      yield* child.stdout as Readable & AsyncIterable<Buffer>;
      const [code] = await closed.catch((error: unknown) => {
        throw notStarted(error);
      });
      if (code !== 0) throw new GitFailure(words[0] ?? '', await complaint);
    } finally {
      if (child.exitCode === null) child.kill();
    }
  }
}

export class GitFailure extends CommandFailure {
  constructor(command: string, complaint: string) {
    super(`git ${command}: ${complaint.trim().split('\n')[0] ?? 'failed'}`);
  }
}

function notStarted(error: unknown): unknown {
  return systemCodeOf(error) === 'ENOENT'
    ? new CommandFailure('git is not installed or not on the PATH', { cause: error })
    : error;
}
