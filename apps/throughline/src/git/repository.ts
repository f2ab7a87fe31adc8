import { basename } from 'node:path';
import { normaliseRepository } from '@throughline/events';
import { CommandFailure } from '../command-failure.js';
import type { Git } from './git.js';

/**
 * Makes sure that there is a repository with its whole history.
 * @throws CommandFailure that says what is missing and how to get it
 */
export async function requireWholeRepository(git: Git): Promise<void> {
  const shallow = await git.askIfAny(['rev-parse', '--is-shallow-repository']);
  if (shallow === undefined) {
    // Git's own words tell apart a folder that is not there, no repository, and another owner's.
    await git.ask(['rev-parse', '--git-dir']);
  }
  if (shallow?.trim() === 'true') {
    throw new CommandFailure(
      `${git.path} is a shallow clone: parents are missing, so lead times would be wrong. ` +
        'Run `git fetch --unshallow --tags` in it (in CI: fetch-depth 0), then import again',
    );
  }
}

/** `owner/name` after the remote it was cloned from, else the folder's name. */
export async function repositoryName(git: Git): Promise<string> {
  const origin = (await git.askIfAny(['config', '--get', 'remote.origin.url']))?.trim() ?? '';
  if (origin !== '')
    return isOnThisMachine(origin) ? folderName(origin) : normaliseRepository(origin);
  const top = await git.askIfAny(['rev-parse', '--show-toplevel']);
  return folderName((top ?? (await git.ask(['rev-parse', '--absolute-git-dir']))).trim());
}

/** A clone of a folder: its path says where a machine keeps it, not what it is. */
function isOnThisMachine(address: string): boolean {
  if (/^file:/i.test(address)) return true;
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(address) && !/^[^/\\]{2,}:/.test(address);
}

function folderName(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/\/+$/, '')
    .replace(/\/\.git$/, '');
  return basename(parts).replace(/\.git$/i, '');
}

/** The commits that branches, the remote's branches and HEAD point to. */
export async function branchTips(git: Git): Promise<readonly string[]> {
  const refs = await git.ask([
    'for-each-ref',
    '--format=%(objectname)',
    'refs/heads',
    'refs/remotes',
  ]);
  const head = await git.askIfAny(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  return [...refs.split('\n'), head?.trim() ?? ''].filter((sha) => sha !== '');
}
