import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const DEPLOY = new URL('../../../../deploy/ci/', import.meta.url);

/** A file of deploy/ci. */
export function inDeployCi(path: string): string {
  return fileURLToPath(new URL(path, DEPLOY));
}

/** `report` alone, as runners have it. */
export const REPORTER = inDeployCi('report.mjs');

export interface Ran {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

/** A program as a CI runner starts it: with these variables and no others. */
export function start(
  program: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv,
  workingDirectory: string,
): RunningProcess {
  const [file, ...words] = program;
  const child = spawn(file, words, {
    cwd: workingDirectory,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).then(
    async ([exitCode, signal]) => {
      const [stdout, stderr] = await outputs;
      return { exitCode, signal, stdout, stderr };
    },
  );
  return { child, ended };
}
