import type { Readable } from 'node:stream';
import type { Output } from './terminal/output.js';

/** What the commands have of the world around them. */
export interface Cli {
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDirectory: string;
  readonly stdin: Readable;
  readonly output: Output;
  readonly startPlatform: (options: PlatformOptions) => Promise<RunningPlatform>;
}

export interface PlatformOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly dataDirectory?: string | undefined;
}

export interface RunningPlatform {
  readonly url: string;
  stop(): Promise<void>;
  /** The exit code, once the platform has stopped, also by SIGTERM or SIGINT. */
  readonly finished: Promise<number>;
}
