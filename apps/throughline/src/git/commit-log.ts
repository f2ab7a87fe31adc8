import type { Git } from './git.js';
import { CommitLogParser } from './commit-log-parser.js';
import type { GitCommit } from './git-commit.js';

/**
 * Walks every commit reachable from `tips`, parents before children.
 *
 * The paths are those that differ from the first parent, also for a merge: what merging brought
 * to the branch. Renames are not followed: the file that went and the file that came are both
 * touched, and they may belong to two services.
 *
 * @param tips commit shas
 * @param since unix seconds; leaves out what was committed before
 */
export async function* readCommits(
  git: Git,
  tips: readonly string[],
  since: number | undefined,
): AsyncGenerator<GitCommit> {
  const parser = new CommitLogParser();
  for await (const chunk of git.stream(
    [
      // What a person configured for reading logs must not change what we read.
      ...['-c', 'log.showRoot=true', '-c', 'log.showSignature=false', '-c', 'log.follow=false'],
      ...['log', '--stdin', '--topo-order', '--reverse', ...limit(since)],
      ...['-z', `--format=${CommitLogParser.FORMAT}`, '--encoding=UTF-8', '--no-color'],
      ...['--name-only', '--no-renames', '--diff-merges=first-parent'],
      ...['--no-relative', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none'],
    ],
    lines(tips),
  )) {
    yield* parser.push(chunk);
  }
  yield* parser.end();
}

/** How many commits {@link readCommits} will yield. */
export async function countCommits(
  git: Git,
  tips: readonly string[],
  since: number | undefined,
): Promise<number> {
  return Number(await git.ask(['rev-list', '--count', '--stdin', ...limit(since)], lines(tips)));
}

function limit(since: number | undefined): string[] {
  return since === undefined ? [] : [`--max-age=${since}`];
}

function lines(shas: readonly string[]): string {
  return shas.map((sha) => `${sha}\n`).join('');
}
