import { ConfigurationError } from '../configuration/configuration-error.js';
import type { Configuration } from '../configuration/configuration.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import { requireShared, type SharedPart } from '../configuration/shared-parts.js';
import { type ProcessContext, startProcess } from './start-process.js';
import { processCrashed } from './telemetry.js';
import { createLogger } from '../telemetry/logger.js';

export interface ProcessOptions {
  /** The sources this process can verify; others under `sources` in throughline.yaml are a fault. */
  readonly knownSources?: readonly string[] | undefined;
  /** What this process shares with others, and so must be told where it is. */
  readonly shares?: readonly SharedPart[] | undefined;
}

/**
 * A whole process: reads the configuration, lets `main` open its parts, and keeps running until SIGTERM or SIGINT
 * (exit 0 once everything has stopped, 1 if a part hung or failed) or a fatal error (exit 1). Never returns to its
 * caller: it ends the process, within 10 s, also when something still holds the event loop.
 */
export async function runProcess(
  name: string,
  main: (context: ProcessContext) => Promise<void>,
  options: ProcessOptions = {},
): Promise<void> {
  const configuration = configurationOrExit(options);
  const logger = createLogger({ service: name, level: configuration.logLevel });
  try {
    const { finished } = await startProcess(name, { configuration, logger }, main);
    process.exit(await finished);
  } catch (error) {
    processCrashed(logger, { reason: 'the start failed', err: error });
    process.exit(1);
  }
}

function configurationOrExit({ knownSources, shares = [] }: ProcessOptions): Configuration {
  try {
    const configuration = loadConfiguration({
      variables: process.env,
      workingDirectory: process.cwd(),
      knownSources,
    });
    requireShared(configuration, shares);
    return configuration;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    // Meant for whoever just typed it: words on standard error, not a log line.
    process.stderr.write(`The configuration cannot be used:\n${error.message}\n`);
    process.exit(1);
  }
}
