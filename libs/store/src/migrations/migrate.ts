import type { Store } from '../engine/connect.js';
import { MigrationError } from './migration-error.js';
import type { Migration } from './migration-files.js';
import { readMigrations } from './migration-files.js';
import { createHistory, findPending, recordApplied } from './migration-history.js';
import type { AssertHeld } from './migration-lock.js';
import { withMigrationLock } from './migration-lock.js';

const OWN_MIGRATIONS = new URL('./sql/', import.meta.url);

/**
 * Brings the database to the schema of this version and returns the names of the migrations that it applied, in order.
 * Any number of processes may call it at once: one works, the others wait and find nothing left to do. ClickHouse has
 * no transactions for DDL, so every statement of a migration must be harmless when it runs again (`IF NOT EXISTS`).
 *
 * @throws MigrationError when a statement fails, an applied file was changed, or the database is newer than the code.
 */
export async function migrate(store: Store, folder: URL = OWN_MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await createHistory(store.client);
  if ((await findPending(store.client, migrations)).length === 0) return [];
  return withMigrationLock(store, async (assertHeld) => {
    // Read again: whoever held the lock until now may have done all of it.
    const pending = await findPending(store.client, migrations);
    for (const migration of pending) await apply(store, migration, assertHeld);
    return pending.map(({ name }) => name);
  });
}

async function apply(store: Store, migration: Migration, assertHeld: AssertHeld): Promise<void> {
  for (const [index, query] of migration.statements.entries()) {
    assertHeld();
    try {
      await store.client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MigrationError(
        `Migration ${migration.name} failed at its statement ${index + 1}: ${reason}`,
        { cause: error },
      );
    }
  }
  await recordApplied(store.client, [migration]);
}
