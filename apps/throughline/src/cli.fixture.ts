import { PassThrough, Readable } from 'node:stream';
import type { Cli } from './cli.js';
import { run } from './run.js';
import { Output } from './terminal/output.js';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with what it needs of the world given. */
export async function runCli(words: readonly string[], world: Partial<Cli> = {}): Promise<Ran> {
  const stdout = new PassThrough().setEncoding('utf8');
  const stderr = new PassThrough().setEncoding('utf8');
  const exitCode = await run(words, {
    environment: { PATH: process.env['PATH'] },
    workingDirectory: '/',
    stdin: Readable.from([]),
    output: new Output(stdout, stderr),
    startPlatform: () => Promise.reject(new Error('this test starts no platform')),
    ...world,
  });
  return { exitCode, stdout: readAll(stdout), stderr: readAll(stderr) };
}

function readAll(stream: PassThrough): string {
  return String(stream.read() ?? '');
}
