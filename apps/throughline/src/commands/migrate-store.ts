import { loadConfiguration } from '@throughline/service-kit';
import { connectPlace, migrate } from '@throughline/store';
import type { Cli } from '../cli.js';

/**
 * Opens the store that the configuration names, migrates it and closes it again.
 *
 * @throws ConfigurationError, DataDirectoryError, MigrationError
 */
export async function migrateStore({ environment, workingDirectory }: Cli) {
  const { clickhouseUrl, dataDirectory } = loadConfiguration({
    variables: environment,
    workingDirectory,
  });
  const store = await connectPlace({ url: clickhouseUrl, dataDirectory });
  try {
    return { database: store.database, applied: await migrate(store) };
  } finally {
    await store.close();
  }
}
