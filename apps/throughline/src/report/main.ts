import { runReport } from './run-report.js';

/*
 * `report` alone: what deploy/ci/report.mjs is made of, for runners that have Node and nothing else.
 */
const exitCode = await runReport(
  process.argv.slice(2),
  {
    environment: process.env,
    workingDirectory: process.cwd(),
    output: {
      print: (text) => process.stdout.write(`${text}\n`),
      note: (text) => process.stderr.write(`${text}\n`),
    },
  },
  'report.mjs',
);

// Not left to the event loop: a connection that is kept alive would hold up the job.
process.exit(exitCode);
