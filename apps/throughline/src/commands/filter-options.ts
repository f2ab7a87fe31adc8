import type { Command } from 'commander';

/** What says which deployments a question is about, and how they are judged. */
export const SCOPE = [
  'timezone',
  'definition',
  'service',
  'team',
  'repository',
  'environment',
] as const;

/** The scope, and which stretch of time. */
export const FILTERS = ['from', 'to', ...SCOPE] as const;

export type ScopeOptions = Readonly<Partial<Record<(typeof SCOPE)[number], string>>>;
export type FilterOptions = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

/** Gives a command `--from` and `--to`. */
export function withWindowOptions(command: Command): Command {
  return command
    .option('--from <date>', 'first day or moment; default: 90 days ago')
    .option('--to <date>', 'the first day or moment that is left out; default: now');
}

/** Gives a command `--timezone`, `--definition` and the filters. */
export function withScopeOptions(command: Command): Command {
  return command
    .option('--timezone <name>', 'where days begin, such as Europe/Berlin; default: UTC')
    .option('--definition <id>', 'which definition of the metrics; default: dora')
    .option('--service <names>', 'only these, separated by commas')
    .option('--team <names>', 'only these, separated by commas')
    .option('--repository <names>', 'only these, separated by commas')
    .option('--environment <names>', 'only these, separated by commas; default: production');
}

/** Options as query parameters, passed on as they are: the platform knows best what it takes. */
export function queryOf<Name extends string>(
  names: readonly Name[],
  options: Readonly<Partial<Record<Name, string>>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}
