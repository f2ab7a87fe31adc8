import { ConfigurationError } from '../configuration/configuration-error.js';
import type { Configuration } from '../configuration/configuration.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import { HealthRegistry } from '../http/health-registry.js';
import type { HttpContext } from '../http/http-module.js';
import { createLogger } from '../telemetry/logger.js';
import { startTelemetry } from '../telemetry/start-telemetry.js';
import { Lifecycle, StoppingError } from './lifecycle.js';
import { processCrashed, processStarted, processStopped, processStopping } from './telemetry.js';

/** What the main function of a process works with. */
export interface ProcessContext extends HttpContext {
  readonly lifecycle: Lifecycle;
}

export interface ProcessOptions {
  /** The sources this process can verify; others under `sources` in throughline.yaml are a fault. */
  readonly knownSources?: readonly string[] | undefined;
}

/**
 * A whole process: reads the configuration, lets `main` open its parts, and keeps running until SIGTERM or SIGINT
 * (exit 0 once everything has stopped, 1 if a part hung or failed) or a fatal error (exit 1). Never returns to its
 * caller after that: it ends the process, within 10 s, also when something still holds the event loop.
 */
export async function runProcess(
  name: string,
  main: (context: ProcessContext) => Promise<void>,
  { knownSources }: ProcessOptions = {},
): Promise<void> {
  const configuration = configurationOrExit(knownSources);
  const logger = createLogger({ service: name, level: configuration.logLevel });

  const crash = (reason: string, err: unknown): never => {
    processCrashed(logger, { reason, err });
    process.exit(1);
  };
  // Nobody knows what state the process is in after these, so it does not even try to drain.
  process.on('uncaughtException', (error) => crash('uncaught exception', error));
  process.on('unhandledRejection', (reason) => crash('unhandled rejection', reason));

  let ending = false;
  const end = async (exitCode: number): Promise<void> => {
    ending = true;
    const well = await lifecycle.stop();
    const code = well ? exitCode : 1;
    processStopped(logger, { exitCode: code });
    process.exit(code);
  };
  const fail = (reason: string, err: unknown): void => {
    processCrashed(logger, { reason, err });
    void end(1);
  };
  const lifecycle = new Lifecycle(logger, (part, error) => {
    fail(`${part} failed`, error);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      if (ending) process.exit(1);
      processStopping(logger, { reason: signal });
      void end(0);
    });
  }

  try {
    await lifecycle.open(
      'telemetry',
      () => startTelemetry(name, process.env),
      (telemetry) => telemetry.stop(),
    );
    await main({ configuration, logger, lifecycle, health: new HealthRegistry() });
    processStarted(logger, { parts: lifecycle.parts });
  } catch (error) {
    if (!(error instanceof StoppingError)) fail('the start failed', error);
  }
}

function configurationOrExit(knownSources: readonly string[] | undefined): Configuration {
  try {
    return loadConfiguration({
      variables: process.env,
      workingDirectory: process.cwd(),
      knownSources,
    });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    // Meant for whoever just typed it: words on standard error, not a log line.
    process.stderr.write(`The configuration cannot be used:\n${error.message}\n`);
    process.exit(1);
  }
}
