import { CommanderError } from 'commander';
import type { Cli } from './cli.js';
import { messageOf, WrongWords } from './command-failure.js';

/** Exit codes: what the words asked for was done, it failed, or the words were wrong. */
const DONE = 0;
const FAILED = 1;
const WRONG_WORDS = 2;

/** Runs one command. @returns the code that the process is to exit with */
export async function run(words: readonly string[], cli: Cli): Promise<number> {
  // In a job that is not ours: it has rules of its own, and waits for none of the other commands.
  if (words[0] === 'report') {
    const { runReport } = await import('./report/run-report.js');
    return runReport(words.slice(1), cli, 'throughline report');
  }
  try {
    const { createProgram } = await import('./program.js');
    await createProgram(cli).parseAsync(words, { from: 'user' });
    return DONE;
  } catch (error) {
    // Commander has said itself what is wrong; asking for help is not.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_WORDS;
    cli.output.note(`throughline: ${describe(error, cli.environment['LOG_LEVEL'])}`);
    return error instanceof WrongWords ? WRONG_WORDS : FAILED;
  }
}

/** What failed, in words; where in our code only for those who look for it. */
function describe(error: unknown, logLevel: string | undefined): string {
  const wantsStack = logLevel === 'debug' || logLevel === 'trace';
  if (!wantsStack || !(error instanceof Error)) return messageOf(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${describe(error.cause, logLevel)}`;
  return `${error.stack ?? error.message}${cause}`;
}
