import type { Git } from './git.js';

/** A tag that leads to a commit. */
export interface GitTag {
  readonly name: string;
  /** The commit, also behind an annotated tag or a tag of a tag. */
  readonly sha: string;
  /** Unix seconds: when it was tagged; for a tag without a tagger when its commit was committed. */
  readonly taggedAt: number;
}

/**
 * The tags whose names match one of the patterns, as `git tag --list` matches them. Tags of files
 * or folders are left out.
 */
export async function readTags(git: Git, patterns: readonly string[]): Promise<readonly GitTag[]> {
  const listing = await git.ask([
    ...['-c', 'column.ui=never', 'tag', '--list', '--sort=refname'],
    '--format=%(objectname) %(taggerdate:unix) %(refname:strip=2)',
    '--',
    ...patterns,
  ]);
  const listed = listing
    .split('\n')
    .filter((line) => line !== '')
    .map(readListedTag);
  const commits = await peel(
    git,
    listed.map(({ object }) => object),
  );
  const dates = await commitDates(git, [...new Set(commits.values())]);
  return listed.flatMap(({ name, object, taggedAt }) => {
    const sha = commits.get(object);
    if (sha === undefined) return [];
    return [{ name, sha, taggedAt: taggedAt ?? dates.get(sha) ?? Number.NaN }];
  });
}

interface ListedTag {
  readonly object: string;
  readonly taggedAt: number | undefined;
  readonly name: string;
}

/** A tag's name has no space, so two of them part the line. */
function readListedTag(line: string): ListedTag {
  const [object = '', taggerDate = '', name = ''] = line.split(' ');
  return { object, name, taggedAt: taggerDate === '' ? undefined : Number(taggerDate) };
}

/** From an object to the commit it leads to. */
async function peel(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const input = objects.map((object) => `${object}^{commit}\n`).join('');
  const answers = await git.ask(['cat-file', '--batch-check=%(objectname) %(objecttype)'], input);
  const commits = new Map<string, string>();
  for (const [index, line] of answers.split('\n').entries()) {
    const [sha = '', type] = line.split(' ');
    const object = objects[index];
    if (type === 'commit' && object !== undefined) commits.set(object, sha);
  }
  return commits;
}

async function commitDates(
  git: Git,
  shas: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (shas.length === 0) return new Map();
  const answer = await git.ask(
    ['-c', 'log.showSignature=false', 'log', '--no-walk=unsorted', '--stdin', '--format=%H %ct'],
    shas.map((sha) => `${sha}\n`).join(''),
  );
  return new Map(
    answer
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [sha = '', date = ''] = line.split(' ');
        return [sha, Number(date)];
      }),
  );
}
