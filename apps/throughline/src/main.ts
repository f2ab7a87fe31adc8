#!/usr/bin/env node
import { systemCodeOf } from './command-failure.js';
import { run } from './run.js';
import { Output } from './terminal/output.js';

// Whoever reads our output may stop, as `head` does; there is nobody left to tell.
process.stdout.on('error', (error) => {
  if (systemCodeOf(error) !== 'EPIPE') throw error;
  process.exit(0);
});

const exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  workingDirectory: process.cwd(),
  stdin: process.stdin,
  output: new Output(process.stdout, process.stderr),
  // Loaded only by the commands that run a platform: the others should answer at once.
  startPlatform: async (options) => {
    const { startPlatform } = await import('./platform/start-platform.js');
    return startPlatform(options);
  },
});

// Not left to the event loop: a part that hung would hold the process for as long as it likes.
process.exit(exitCode);
