/* When the job is over: reports the end of what began where the step stands. */
import { input, report, wordsOf } from './inputs.mjs';

if (input('run') === '') {
  await report(['deployment', 'finish', '--status', input('job-status'), ...wordsOf()]);
}
