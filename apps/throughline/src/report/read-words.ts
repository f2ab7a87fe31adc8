import { Command, CommanderError } from 'commander';
import { WrongWords } from '../command-failure.js';
import type { ReportWorld } from './report-world.js';
import { type Request, withReportWords } from './words.js';

/**
 * @returns what is asked for; `undefined` when that was help, which is printed
 * @throws WrongWords with what is wrong, and what may have been meant
 */
export function readWords(
  words: readonly string[],
  world: ReportWorld,
  name: string,
): Request | undefined {
  const requests: Request[] = [];
  let complaint = '';
  const program = new Command(name)
    .description('reports deployments and incidents from a CI job; never fails it, unless --strict')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => {
        world.output.print(text.trimEnd());
      },
      writeErr: (text) => {
        complaint += text;
      },
    });
  withReportWords(program, world, (request) => requests.push(request));
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw new WrongWords(inOneLine(complaint), { cause: error });
  }
  return requests[0];
}

/** Where no word was understood commander answers with the whole help, which is no one line. */
function inOneLine(complaint: string): string {
  const [first = '', second = ''] = complaint.replace(/^error: /, '').split('\n');
  return /^Usage:/.test(first) ? `say what to report. ${first}` : `${first} ${second}`.trim();
}
