import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { messageOf, systemCodeOf } from '../command-failure.js';

/** How a command ended. */
export interface CommandEnding {
  /** As a shell tells it: 128+n for a signal, 127 for no such command, 126 for one that cannot be run. */
  readonly exitCode: number;
  /** Whether we were told to stop meanwhile. */
  readonly interrupted: boolean;
  /** Why it could not be started at all. */
  readonly notStarted?: string;
}

export interface WrappedCommand {
  readonly ended: Promise<CommandEnding>;
  /** Aborted by the first signal after the command has ended: what is still done then is cut short. */
  readonly hurry: AbortSignal;
  /** Leaves signals to whoever comes next. */
  release(): void;
}

/** As a shell tells them. */
const NO_SUCH_COMMAND = 127;
const CANNOT_RUN = 126;

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command with our own standard streams. Signals go on to it, as if we were not there; it
 * decides whether it ends. From a terminal Ctrl-C reaches the command by itself, and one that gets
 * it twice often gives up in disorder.
 */
export function runWrapped(
  command: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): WrappedCommand {
  const [file = '', ...args] = command;
  const hurry = new AbortController();
  let interrupted = false;
  let isOver = false;
  // Before the command starts: a signal in between would end us and leave it alone.
  const forward = (signal: NodeJS.Signals) => {
    interrupted ||= !isOver;
    if (isOver) hurry.abort();
    else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const release = () => {
    for (const signal of FORWARDED) process.off(signal, forward);
  };
  let child: ChildProcess;
  try {
    child = spawn(file, args, { cwd, env, stdio: 'inherit' });
  } catch (error) {
    // What no system call was made for, such as an empty name or more words than the system takes.
    const ended = { exitCode: CANNOT_RUN, interrupted: false, notStarted: messageOf(error) };
    return { ended: Promise.resolve(ended), hurry: hurry.signal, release };
  }
  const ended = new Promise<CommandEnding>((resolve) => {
    const end = (ending: Omit<CommandEnding, 'interrupted'>) => {
      isOver = true;
      resolve({ ...ending, interrupted });
    };
    child.once('error', (error) => {
      if (child.pid !== undefined) return;
      const exitCode = systemCodeOf(error) === 'ENOENT' ? NO_SUCH_COMMAND : CANNOT_RUN;
      end({ exitCode, notStarted: error.message });
    });
    child.once('exit', (code, signal) => {
      end({ exitCode: signal === null ? (code ?? 1) : 128 + constants.signals[signal] });
    });
  });
  return { ended, hurry: hurry.signal, release };
}
