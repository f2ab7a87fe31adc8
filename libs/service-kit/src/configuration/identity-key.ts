import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../errors/thrown.js';
import type { Configuration } from './configuration.js';

const FILE = 'identity.key';

/**
 * The key of the keyed hash that stands for authors, reviewers and actors. Comes from THROUGHLINE_IDENTITY_KEY, else from
 * `identity.key` in the data directory, which is created once (32 random bytes as hex, readable by its owner only).
 * Whoever loses it can no longer tell that an old and a new hash are the same person.
 */
export async function loadIdentityKey({
  identityKey,
  dataDirectory,
}: Pick<Configuration, 'identityKey' | 'dataDirectory'>): Promise<string> {
  if (identityKey !== undefined) return identityKey;
  const path = join(dataDirectory, FILE);
  await mkdir(dataDirectory, { recursive: true });
  const key = (await read(path)) ?? (await create(path));
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new Error(
      `${path} is damaged: restore it from a backup, or delete it to start over with new identities`,
    );
  }
  return key;
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Two processes may start at once on one directory and must end with one key, and a crash must not leave half a key:
 * so it is written beside its place, flushed, and linked into it, which fails if the other was first.
 */
async function create(path: string): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(path, 'utf8')).trim();
}
