import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LogLine } from '../http/http.fixture.js';

const LOADER = new URL('typescript-loader.fixture.mjs', import.meta.url).href;
const SERVICE = fileURLToPath(new URL('service.fixture.ts', import.meta.url));

export interface Child {
  readonly pid: number;
  readonly lines: readonly LogLine[];
  readonly stderr: () => string;
  /** Resolves with the first line of this event; rejects if the process ends without one. */
  readonly logged: (event: string) => Promise<LogLine>;
  /** Resolves once the process is gone. */
  readonly exitCode: Promise<number | null>;
}

/** Runs service.fixture.ts as a process of its own, with these variables. */
export function startService(variables: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, ['--import', LOADER, SERVICE], {
    env: { PATH: process.env['PATH'], THROUGHLINE_PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: LogLine[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  createInterface(child.stdout).on('line', (line) => {
    lines.push(JSON.parse(line) as LogLine);
    wake();
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  let gone = false;
  const exitCode = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      gone = true;
      wake();
      resolve(code);
    });
  });
  return {
    pid: child.pid ?? 0,
    lines,
    stderr: () => stderr,
    exitCode,
    logged: (event) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find((one) => one.event === event);
          if (line !== undefined) resolve(line);
          else if (gone) reject(new Error(`ended without ${event}: ${stderr}`));
        };
        waiting.push(look);
        look();
      }),
  };
}
