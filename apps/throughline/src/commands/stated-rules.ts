import { statedAlertRules } from '@throughline/service-kit';
import type { Cli } from '../cli.js';

/**
 * The rules of the configuration of whoever asks; undefined where it states none.
 * @throws ConfigurationError with everything that is wrong in it
 */
export function readStatedRules(
  variables: Cli['environment'],
  workingDirectory: string,
): readonly object[] | undefined {
  return statedAlertRules({ variables, workingDirectory });
}
