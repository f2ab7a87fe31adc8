import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { DirectoryInUseError } from '../errors.js';
import type { Store } from './store.js';

/** Who has the directory open, as the directory's own store says. */
const ownerSchema = z.object({ pid: z.int(), address: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const OWNER = 'owner';

/** The longest path of a unix-domain socket on macOS is 103 bytes, on Linux 107. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Keeps a directory to one log. An owner listens on a socket as long as it lives, and the operating system
 * ends that with the process however it ends: an address nobody answers at is an owner that is gone, and
 * nothing has to be cleaned by hand. Which address counts is a record in the store, and taking over is a
 * compare-and-set under LMDB's own write lock, so that of two that find an owner gone only one follows it.
 */
export class DirectoryOwner {
  private constructor(private readonly server: Server) {}

  /** @throws DirectoryInUseError while another one, of this process or another, has it. */
  static async claim(store: Store, directory: string): Promise<DirectoryOwner> {
    const own: Owner = { pid: process.pid, address: newAddress(directory) };
    const server = await listen(own.address);
    try {
      for (;;) {
        const previous = readOwner(store);
        if (previous && (await answers(previous.address))) {
          throw new DirectoryInUseError(directory, `process ${previous.pid}`);
        }
        if (replaceOwner(store, previous, own)) {
          if (previous) await removeSocket(previous.address);
          return new DirectoryOwner(server);
        }
      }
    } catch (error) {
      await stopListening(server);
      throw error;
    }
  }

  /** The record stays, and names an address at which nobody answers. */
  async release(): Promise<void> {
    await stopListening(this.server);
  }
}

function readOwner({ settings }: Store): Owner | undefined {
  return ownerSchema.optional().parse(settings.get(OWNER));
}

/** @returns whether the owner still was the one expected, and now is the new one. */
function replaceOwner(store: Store, expected: Owner | undefined, owner: Owner): boolean {
  return store.settings.transactionSync(() => {
    if (readOwner(store)?.address !== expected?.address) return false;
    store.settings.putSync(OWNER, owner);
    return true;
  });
}

/**
 * In the directory itself, so that it is found by whoever sees the directory, also from another container;
 * a path too long for a socket falls back to the directory for temporary files.
 */
function newAddress(directory: string): string {
  const name = randomBytes(6).toString('hex');
  if (process.platform === 'win32') return `\\\\.\\pipe\\throughline-log-${name}`;
  const inside = join(directory, `owner-${name}.sock`);
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH
    ? inside
    : join(tmpdir(), `throughline-log-${name}.sock`);
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', reject);
    server.listen(address, () => {
      // The log, not its lock, decides how long the process lives.
      server.unref();
      resolve(server);
    });
  });
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Only an address that is known to be dead counts as such; whatever else goes wrong, somebody may be there. */
function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(address);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT');
    });
  });
}

async function removeSocket(address: string): Promise<void> {
  if (process.platform !== 'win32') await rm(address, { force: true });
}
