import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process of its own that runs a script of this folder, and the lines it has written so far. */
export class Script {
  readonly lines: string[] = [];
  readonly #child: ChildProcessByStdio<null, Readable, null>;
  readonly #closed: Promise<unknown>;

  /** @param limits for the shell's `ulimit`, as in `-f 2048` */
  constructor(name: string, parameters: readonly string[], limits = '-c 0') {
    const [loader, script] = ['typescript.fixture.mjs', name].map((file) =>
      fileURLToPath(new URL(file, import.meta.url)),
    );
    const command = [process.execPath, '--import', loader ?? '', script ?? '', ...parameters];
    this.#child = spawn('sh', ['-c', `ulimit ${limits}; exec "$@"`, 'sh', ...command], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // Jest's own flags are not meant for it.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.#closed = once(this.#child, 'close');
    createInterface(this.#child.stdout).on('line', (line) => this.lines.push(line));
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Waits for its end; `null` when a signal ended it. */
  async exitCode(): Promise<number | null> {
    await this.#closed;
    return this.#child.exitCode;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}
