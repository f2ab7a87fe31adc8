import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { ClickHouseError } from '@clickhouse/client';
import { z } from 'zod';
import type { Store } from '../engine/connect.js';
import { defineQuery } from '../engine/query.js';
import { MigrationError } from './migration-error.js';

const LOCK = 'schema_migrations_lock';

/** A lock older than this was left behind by a process that died. */
export const LEASE_SECONDS = 300;
/** No statement is begun later than this, and none runs for longer than a minute: the lease outlives the last one. */
const WORK_SECONDS = LEASE_SECONDS - 90;
const RETRY_MS = 200;

/** Tells a lock of this very process from one that a dead process left in the same data directory. */
const PROCESS_ID = randomUUID();

/** @throws MigrationError once the holder has no time left to begin another statement. */
export type AssertHeld = () => void;

interface SeenLock {
  readonly uuid: string;
  readonly holder: string;
  readonly ageSeconds: number;
}

const selectLock = defineQuery({
  name: 'migrations-lock',
  sql: `SELECT uuid, comment AS holder, toInt32(now() - metadata_modification_time) AS ageSeconds
        FROM system.tables WHERE database = currentDatabase() AND name = {name:String}`,
  params: z.object({ name: z.string() }),
  row: z.object({ uuid: z.uuid(), holder: z.string(), ageSeconds: z.number() }),
});

/**
 * Runs `work` while no other process migrates this database. The lock is a table: creating one that exists fails, on
 * every engine and without a coordination service. Its limit: on a cluster it excludes others only where the database
 * itself is replicated (`ENGINE = Replicated`, ClickHouse Cloud), and not between independent nodes.
 */
export async function withMigrationLock<T>(
  store: Store,
  work: (assertHeld: AssertHeld) => Promise<T>,
): Promise<T> {
  await takeLock(store);
  const deadline = performance.now() + WORK_SECONDS * 1000;
  try {
    return await work(() => {
      if (performance.now() > deadline) {
        throw new MigrationError(
          `The migrations took more than ${WORK_SECONDS} s. Those that were done are recorded: start again to go on.`,
        );
      }
    });
  } finally {
    await command(store, `DROP TABLE IF EXISTS ${LOCK} SYNC`);
  }
}

async function takeLock(store: Store): Promise<void> {
  const giveUpAt = performance.now() + (LEASE_SECONDS + 60) * 1000;
  let seen: SeenLock | undefined;
  while (performance.now() < giveUpAt) {
    if (await createLock(store)) return;
    [seen] = await selectLock(store.client, { name: LOCK });
    if (seen !== undefined && isAbandoned(seen, store.kind)) await breakLock(store, seen);
    else await delay(RETRY_MS);
  }
  throw new MigrationError(
    `Another process is migrating this database for too long (${seen?.holder ?? 'unknown'}). If it is dead: ` +
      `DROP TABLE ${store.database}.${LOCK}`,
  );
}

/** An embedded data directory belongs to one process, so any other one's lock is a dead one's. */
export function isAbandoned(lock: SeenLock, kind: Store['kind']): boolean {
  return kind === 'embedded' ? !lock.holder.endsWith(PROCESS_ID) : lock.ageSeconds > LEASE_SECONDS;
}

async function createLock(store: Store): Promise<boolean> {
  const holder = `host ${hostname().replaceAll(/[^\w.-]/g, '')}, process ${process.pid}, ${PROCESS_ID}`;
  return tolerate(
    'TABLE_ALREADY_EXISTS',
    command(store, `CREATE TABLE ${LOCK} (held UInt8) ENGINE = Memory COMMENT '${holder}'`),
  );
}

/**
 * Moves an abandoned lock away under a name of its own. Of two processes that saw the same lock only one can: the name
 * is taken afterwards, and stays taken, so that the slower one never moves the lock which the faster one took instead.
 */
async function breakLock(store: Store, { uuid }: SeenLock): Promise<void> {
  const grave = `${LOCK}_broken_${uuid.replaceAll('-', '')}`;
  const renaming = command(store, `RENAME TABLE ${LOCK} TO ${grave}`);
  await tolerate('UNKNOWN_TABLE', tolerate('TABLE_ALREADY_EXISTS', renaming));
}

async function tolerate(type: string, statement: Promise<unknown>): Promise<boolean> {
  try {
    await statement;
    return true;
  } catch (error) {
    if (error instanceof ClickHouseError && error.type === type) return false;
    throw error;
  }
}

const command = (store: Store, query: string): Promise<unknown> =>
  store.client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
