/* Where the step stands: reports the start, or runs what is to be run and reports both. */
import { input, report, wordsOf } from './inputs.mjs';

const run = input('run');
// As GitHub runs a step that names no shell.
const wrapped = ['--', 'bash', '-e', '-c', run];

await report([
  'deployment',
  ...(run === '' ? ['start'] : []),
  ...wordsOf(),
  ...(run === '' ? [] : wrapped),
]);
