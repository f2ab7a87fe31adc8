import { z } from 'zod';
import type { ClickHouseClient } from '@clickhouse/client';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { MigrationError } from './migration-error.js';
import type { Migration } from './migration-files.js';

const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    version UInt32,
    name String,
    checksum String,
    applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
  ) ENGINE = MergeTree ORDER BY version`;

const selectApplied = defineQuery({
  name: 'migrations-applied',
  sql: 'SELECT DISTINCT version, name, checksum FROM schema_migrations ORDER BY version',
  params: z.object({}),
  row: z.object({ version: z.number(), name: z.string(), checksum: z.string() }),
});

/** Written after the last statement of a migration: one that failed half-way runs again from its start. */
export const recordApplied = defineInsert({
  name: 'migrations-record',
  table: 'schema_migrations',
  columns: ['version', 'name', 'checksum'],
  row: ({ version, name, checksum }: Migration) => [version, name, checksum],
});

export const createHistory = async (client: ClickHouseClient): Promise<void> => {
  await client.command({ query: CREATE_HISTORY, clickhouse_settings: { wait_end_of_query: 1 } });
};

/**
 * What of `migrations` the database still lacks.
 *
 * @throws MigrationError when the database has migrations that this version does not know, or knows otherwise.
 */
export async function findPending(
  client: ClickHouseClient,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const applied = new Map((await selectApplied(client, {})).map((row) => [row.version, row]));
  for (const row of applied.values()) {
    const known = migrations[row.version - 1];
    if (known === undefined) {
      throw new MigrationError(
        `The database was migrated by a newer version: it has ${row.name}, and this version ends at ` +
          `${migrations.at(-1)?.name ?? 'no migration at all'}. Run that newer version, or restore a backup from before it.`,
      );
    }
    if (known.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${known.name} was changed after it had been applied to this database (as ${row.name}). ` +
          'Restore its text and put the change into a new migration.',
      );
    }
  }
  return migrations.filter(({ version }) => !applied.has(version));
}
