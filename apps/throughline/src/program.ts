import { Command } from 'commander';
import type { Cli } from './cli.js';
import { defineAlerts } from './commands/alerts.js';
import { defineConfig } from './commands/config.js';
import { defineDemo } from './commands/demo.js';
import { defineDigest } from './commands/digest.js';
import { defineDoctor } from './commands/doctor.js';
import { defineImport } from './commands/import.js';
import { defineMcp } from './commands/mcp.js';
import { defineMetrics } from './commands/metrics.js';
import { defineMigrate } from './commands/migrate.js';
import { defineQuarantine } from './commands/quarantine.js';
import { defineReport } from './commands/report.js';
import { defineServe } from './commands/serve.js';
import { defineToken } from './commands/token.js';

/** The command line: each command in its own file defines its words and what they do. */
export function createProgram(cli: Cli): Command {
  const program = new Command('throughline')
    .description('Measures software delivery.')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => {
        cli.output.print(text.trimEnd());
      },
      writeErr: (text) => {
        cli.output.note(text.trimEnd());
      },
    });
  for (const define of [
    defineServe,
    defineDemo,
    defineImport,
    defineReport,
    defineMetrics,
    defineDoctor,
    defineDigest,
    defineMcp,
    defineAlerts,
    defineQuarantine,
    defineMigrate,
    defineToken,
    defineConfig,
  ]) {
    define(program, cli);
  }
  return program;
}
