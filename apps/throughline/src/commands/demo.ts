import type { Command } from 'commander';
import type { Cli, RunningPlatform } from '../cli.js';
import { CommandFailure } from '../command-failure.js';
import { demoEnvironment } from '../demo/demo-environment.js';
import { createDemoFolder } from '../demo/demo-folder.js';
import { feedSample } from '../demo/run-demo.js';
import { metricsTable } from '../metrics/metrics-table.js';
import { parsePort } from './port.js';

interface Options {
  readonly port?: number;
  readonly exit?: true;
  readonly keep?: true;
  readonly seed: string;
  readonly json?: true;
}

export function defineDemo(program: Command, cli: Cli): void {
  program
    .command('demo')
    .description('runs the platform on a sample organisation, in a temporary folder')
    .option('--port <number>', 'default: 4680', parsePort)
    .option('--exit', 'end after the metrics are printed, instead of serving on')
    .option('--keep', 'leave the temporary folder there at the end')
    .option('--seed <text>', 'another seed gives another history', 'northwind')
    .option('--json', 'print the metrics as JSON')
    .action(async (options: Options) => {
      const folder = await createDemoFolder();
      try {
        const platform = await cli.startPlatform({
          environment: demoEnvironment(cli.environment, folder.configuration),
          port: options.port,
          dataDirectory: folder.data,
        });
        await show(platform, options, cli);
      } finally {
        if (options.keep === true) cli.output.note(`The data is kept in ${folder.data}`);
        else await folder.remove();
      }
    });
}

async function show(platform: RunningPlatform, options: Options, { output }: Cli): Promise<void> {
  const stopped = new AbortController();
  const abort = () => {
    stopped.abort();
  };
  void platform.finished.then(abort, abort);
  try {
    const { metrics, dashboard, address } = await feedSample(
      platform.url,
      options.seed,
      Date.now(),
      stopped.signal,
      output,
    );
    if (options.json === true)
      output.printJson({ ...metrics, url: platform.url, dashboard, address });
    else output.print(metricsTable(metrics, output.width));
    output.note(`The dashboard: ${dashboard}`);
    output.note(`The same as JSON: ${address}`);
  } catch (error) {
    // Ctrl-C while it is being fed is an end like any other.
    if (!stopped.signal.aborted) {
      await platform.stop();
      throw error;
    }
  }
  if (!stopped.signal.aborted) {
    if (options.exit === true) {
      await platform.stop();
      return;
    }
    output.note('Ctrl-C ends the demo.');
  }
  if ((await platform.finished) !== 0) {
    throw new CommandFailure('the platform did not stop cleanly; its log says why');
  }
}
