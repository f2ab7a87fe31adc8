import { describe } from '@jest/globals';
import { describePlatform } from '../platform/describe-platform.js';
import { HAS_HISTORY, HISTORY_FOLDER } from './history.js';

/** Tests with a real project's history; skipped, with the reason in the name, where it is not there. */
export function describeHistory(name: string, tests: () => void): void {
  if (HAS_HISTORY) describePlatform(name, tests);
  else describe.skip(`${name} (skipped: there is no history in ${HISTORY_FOLDER})`, tests);
}
