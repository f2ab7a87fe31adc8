import type { Command } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { CommandFailure } from '../command-failure.js';
import { counted } from '../terminal/counted.js';
import { type QualityAnswer, qualityAnswerSchema } from '../answers/quality-answer.js';
import { doctorReport, isBehind } from './doctor-report.js';
import {
  type FilterOptions,
  FILTERS,
  queryOf,
  withScopeOptions,
  withWindowOptions,
} from './filter-options.js';

interface Options extends ApiAddress, FilterOptions {
  readonly json?: true;
}

export function defineDoctor(program: Command, cli: Cli): void {
  const command = program
    .command('doctor')
    .description('how far the numbers can be trusted, and what to do about what is wrong');
  withScopeOptions(withWindowOptions(command))
    .option('--json', 'print the platform’s answer as it is')
    .addHelpText(
      'after',
      '\n✗ is a warning, ! a notice, ✓ fine.\nExits with 0 if there is no warning, 1 if there is one or the platform does not answer, 2 if the words are wrong.',
    );
  withApiOptions(command, cli).action(async (options: Options) => {
    const api = apiClient(options, cli);
    const text = await api.get('/v1/quality', queryOf(FILTERS, options));
    const answer = api.read(qualityAnswerSchema, text);
    cli.output.print(options.json === true ? text : doctorReport(answer));
    const warnings = warningsOf(answer);
    if (warnings > 0) throw new CommandFailure(`${counted(warnings, 'warning')}: see ✗`);
  });
}

function warningsOf(answer: QualityAnswer): number {
  const found = answer.checks.filter(({ severity }) => severity === 'warning').length;
  return found + (isBehind(answer) ? 1 : 0);
}
