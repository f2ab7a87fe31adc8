import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { withReportWords } from '../report/words.js';

/** For the help only: `run` hands what begins with `report` on before any other command is loaded. */
export function defineReport(program: Command, cli: Cli): void {
  const report = program
    .command('report')
    .description('deployments and incidents, from a CI job; never fails it, unless --strict');
  withReportWords(report, cli, () => undefined);
}
