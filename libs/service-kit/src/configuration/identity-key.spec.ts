import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadIdentityKey } from './identity-key.js';

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'identity-'));
});

afterEach(async () => {
  await rm(parent, { recursive: true });
});

describe('the identity key', () => {
  it('is created once, for its owner only, and the same for all who start at once', async () => {
    const dataDirectory = join(parent, 'data');
    const load = () => loadIdentityKey({ identityKey: undefined, dataDirectory });
    const keys = new Set(await Promise.all(Array.from({ length: 20 }, load)));
    keys.add(await load());
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect((await stat(join(dataDirectory, 'identity.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDirectory)).toEqual(['identity.key']);
  });

  it('is another one in another place', async () => {
    const load = (name: string) =>
      loadIdentityKey({ identityKey: undefined, dataDirectory: join(parent, name) });
    expect(await load('one')).not.toBe(await load('two'));
  });

  it('is the one that was given, and then nothing is written', async () => {
    const key = 'a key from elsewhere';
    expect(await loadIdentityKey({ identityKey: key, dataDirectory: join(parent, 'x') })).toBe(key);
    expect(await readdir(parent)).toEqual([]);
  });

  it('is not replaced when it is damaged: every author would become somebody else', async () => {
    await writeFile(join(parent, 'identity.key'), '');
    await expect(
      loadIdentityKey({ identityKey: undefined, dataDirectory: parent }),
    ).rejects.toThrow(/identity\.key is damaged/);
  });
});
