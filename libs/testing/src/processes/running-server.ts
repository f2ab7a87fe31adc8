import type { ProgramName } from './programs.js';
import { type ProgramOptions, RunningProgram } from './running-program.js';
import { until } from './until.js';

/** The address in a service's log line, or in what the platform says to whoever started it. */
const ADDRESS = /"address":"(http:[^"]+)"/;

/** A program of ours that answers HTTP, on a port that it found free itself. */
export class RunningServer extends RunningProgram {
  constructor(program: ProgramName, options: ProgramOptions) {
    super(program, {
      ...options,
      environment: { THROUGHLINE_PORT: '0', LOG_LEVEL: 'info', ...options.environment },
    });
  }

  /** `http://127.0.0.1:port`, once it listens. */
  address(): Promise<string> {
    return this.said(ADDRESS);
  }

  /**
   * Resolves with its address once it says that it can accept and answer.
   * @throws when it ends before, with what it printed
   */
  async ready(): Promise<string> {
    const address = await this.address();
    await until(`${address} to be ready`, async () => {
      const response = await fetch(`${address}/readyz`);
      await response.arrayBuffer();
      return response.ok ? true : undefined;
    });
    return address;
  }
}
