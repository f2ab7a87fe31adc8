import { KNOWN_SOURCES } from '@throughline/ingestion';
import { describeConfiguration, loadConfiguration } from '@throughline/service-kit';
import type { Cli } from '../cli.js';

/**
 * Prints what the configuration means.
 * @throws ConfigurationError with everything that is wrong in it
 */
export function checkConfiguration(
  { environment, workingDirectory, output }: Cli,
  asJson: boolean,
): void {
  const configuration = loadConfiguration({
    variables: environment,
    workingDirectory,
    knownSources: KNOWN_SOURCES,
  });
  const meaning = describeConfiguration(configuration);
  if (asJson) output.printJson({ file: configuration.file ?? null, meaning });
  else output.print(meaning.join('\n'));
}
