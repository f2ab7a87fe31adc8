import { type ChildProcess, spawn } from 'node:child_process';
import { mainOf, type ProgramName } from './programs.js';

/** How a process ended: by itself with a code, or by a signal. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ProgramOptions {
  readonly words?: readonly string[];
  /** Added to what {@link RunningProgram} gives every program. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
}

/**
 * A program of ours as a real process. Of this process's environment it gets nothing that configures a product: what a
 * developer has set must not decide what a test sees.
 */
export class RunningProgram {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #name: string;
  #stdout = '';
  #stderr = '';
  #listeners = new Set<() => void>();

  constructor(program: ProgramName, { words = [], environment, workingDirectory }: ProgramOptions) {
    this.#name = [program, ...words].join(' ');
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    this.#child = spawn(process.execPath, [mainOf(program), ...words], {
      cwd: workingDirectory,
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
      this.#tell();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
      this.#tell();
    });
    // 'close' comes after the last of the output, 'exit' may come before.
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (exitCode, signal) => {
        this.#tell();
        resolve({ exitCode, signal });
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.#name} could not be started`);
    return this.#child.pid;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Everything it printed, for a person who looks for what went wrong. */
  get output(): string {
    return `${this.#stdout}${this.#stderr}`;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Waits for it to print something.
   * @returns the first group of the pattern
   * @throws when it ends before, with what it printed
   */
  async said(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output)?.[1];
      if (found !== undefined) return found;
      if (!this.isRunning) {
        throw new Error(`${this.#name} ended without saying ${pattern.source}:\n${this.output}`);
      }
      await new Promise<void>((resolve) => {
        const heard = () => {
          this.#listeners.delete(heard);
          resolve();
        };
        this.#listeners.add(heard);
      });
    }
  }

  /** Asks it to end and waits until it has. */
  async end(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<Ending> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** Ends it as a crash or a power cut of the machine would: it gets no chance to do anything more. */
  async kill(): Promise<Ending> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }

  #tell(): void {
    for (const heard of [...this.#listeners]) heard();
  }
}
