import { EARLIEST_INSTANT, LATEST_INSTANT } from '@throughline/events';
import { revertedCommits } from '@throughline/sources';
import type { GitCommit } from './git-commit.js';
import type { GitTag } from './tags.js';

const LONGEST_PATH = 4096;
const LONGEST_AUTHOR = 500;

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** The event that states a commit. Times are unix seconds, as git keeps them. */
export function commitEvent(repository: string, commit: GitCommit): object {
  const reverts = revertedCommits(commit.message);
  return {
    type: 'commit',
    source: 'git',
    repository,
    sha: commit.sha,
    parents: commit.parents,
    authoredAt: soundTime(commit.authoredAt, commit.committedAt),
    committedAt: soundTime(commit.committedAt, commit.authoredAt),
    author: authorOf(commit),
    paths: commit.paths?.map((path) => path.slice(0, LONGEST_PATH).toWellFormed()),
    ...(reverts.length > 0 && { reverts }),
  };
}

export interface Deployed {
  readonly repository: string;
  readonly service: string;
  readonly environment: string;
}

/** The event that states that a tag's commit was deployed when it was tagged. */
export function tagEvent(deployed: Deployed, { name, sha, taggedAt }: GitTag): object {
  return {
    type: 'deployment',
    source: 'git',
    ...deployed,
    id: name,
    sha,
    version: name,
    status: 'succeeded',
    finishedAt: soundTime(taggedAt, 0),
  };
}

/**
 * Git keeps the dates of broken clocks. A commit must not be left out for one, since its children
 * hang on it: it takes its other date, or 1970 when that is broken too.
 */
function soundTime(seconds: number, otherwise: number): number {
  return [seconds, otherwise].find(isInRange) ?? 0;
}

function isInRange(seconds: number): boolean {
  return seconds * 1000 >= EARLIEST_INSTANT && seconds * 1000 < LATEST_INSTANT;
}

/** Whatever tells one author from another; nothing but a keyed hash of it is stored. */
function authorOf({ authorEmail, authorName }: GitCommit): string | undefined {
  return [authorEmail, authorName]
    .map((text) => text.replace(CONTROL, '\u{fffd}').trim().slice(0, LONGEST_AUTHOR).toWellFormed())
    .find((text) => text !== '');
}
