/**
 * The line that `git revert` writes into the message (git's sequencer.c); of a merge it begins
 * `This reverts commit <sha>, reversing`. A squashed branch has the messages of its commits in its
 * own, sometimes indented. With `--reference` git writes an abbreviated hash, which names no commit
 * for certain and is left out.
 */
const REVERTS = /^[ \t]*This reverts commit ([0-9a-f]{64}|[0-9a-f]{40})\b/gm;

/** The most that a `commit` event lists. */
const MOST = 100;

/** The commits that a commit takes back, by its own message; each once. */
export function revertedCommits(message: string): readonly string[] {
  const shas = Array.from(message.matchAll(REVERTS), ([, sha = '']) => sha);
  return [...new Set(shas)].slice(0, MOST);
}
