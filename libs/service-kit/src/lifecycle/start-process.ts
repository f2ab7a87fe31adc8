import type { Configuration } from '../configuration/configuration.js';
import { HealthRegistry } from '../http/health-registry.js';
import type { HttpContext } from '../http/http-module.js';
import type { Logger } from '../telemetry/logger.js';
import { startTelemetry } from '../telemetry/start-telemetry.js';
import { Lifecycle, StoppingError } from './lifecycle.js';
import { processCrashed, processStarted, processStopped, processStopping } from './telemetry.js';

/** What the main function of a process works with. */
export interface ProcessContext extends HttpContext {
  readonly lifecycle: Lifecycle;
}

/** A process whose parts are open. */
export interface RunningProcess {
  /** Resolves once everything has stopped, with the exit code: 0, or 1 if a part hung or failed. */
  readonly finished: Promise<number>;
  /** Stops everything, as SIGTERM would. */
  stop(): Promise<void>;
}

/**
 * Lets `main` open the parts of this process and stops them on SIGTERM, SIGINT or a fatal error. An uncaught exception
 * ends the process at once: nobody knows what state it is in, so it does not even try to drain.
 *
 * @throws what `main` threw, after what it had opened is stopped
 */
export async function startProcess(
  name: string,
  { configuration, logger }: { readonly configuration: Configuration; readonly logger: Logger },
  main: (context: ProcessContext) => Promise<void>,
): Promise<RunningProcess> {
  const { promise: finished, resolve: finish } = promiseWithResolvers<number>();
  let ending = false;
  const end = async (exitCode: number): Promise<void> => {
    if (ending) return;
    ending = true;
    const well = await lifecycle.stop();
    const code = well ? exitCode : 1;
    processStopped(logger, { exitCode: code });
    finish(code);
  };
  const lifecycle = new Lifecycle(logger, (part, error) => {
    processCrashed(logger, { reason: `${part} failed`, err: error });
    void end(1);
  });

  crashLoudly(logger);
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
    // A signal in the middle of the start gives the start up; that is no failure.
    if (!(error instanceof StoppingError)) {
      await end(1);
      throw error;
    }
  }
  return { finished, stop: () => end(0) };
}

function crashLoudly(logger: Logger): void {
  const crash = (reason: string, err: unknown): never => {
    processCrashed(logger, { reason, err });
    process.exit(1);
  };
  process.on('uncaughtException', (error) => crash('uncaught exception', error));
  process.on('unhandledRejection', (reason) => crash('unhandled rejection', reason));
}

/** `Promise.withResolvers`, which Node 20 does not have yet. */
function promiseWithResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve };
}
