import { Random } from '../random.js';

/** 2024-01-01T00:00:00Z, unix seconds: where the histories begin. */
const START = 1_704_067_200;
const DAY = 86_400;

interface Commit {
  readonly mark: number;
  readonly committedAt: number;
}

/** Written to one branch and reset at will: what a commit's parents are is said with each. */
const BRANCH = 'refs/heads/work';

/**
 * A history as a stream for `git fast-import`. Everything git allows and a sum over time would trip over: several
 * roots, merges of two and of many, branches that live on beside each other, commits picked from one to another, clocks
 * that go wrong, and tags in any order, on one commit, or on branches that never meet.
 *
 * @param commits how many
 */
export function randomHistory(seed: number, commits: number): string {
  const random = new Random(seed);
  const stream: string[] = [];
  const tips: Commit[] = [];
  for (let mark = 1; mark <= commits; mark += 1) {
    const parents = chooseParents(tips, random);
    const committedAt = START + mark * (DAY / 4) + random.below(DAY);
    if (parents.length === 0) stream.push(`reset ${BRANCH}`, '');
    stream.push(...commitCommand(mark, parents, committedAt, random));
    keepTips(tips, parents, { mark, committedAt }, random);
    if (random.next() < 0.15) stream.push(...tagCommand(mark, `${mark}`, committedAt, random));
  }
  for (const [index, { mark, committedAt }] of tips.entries()) {
    stream.push(`reset refs/heads/line-${index}`, `from :${mark}`, '');
    // Lines of work that never came together are each released in the end.
    if (index % 2 === 0) {
      stream.push(...tagCommand(mark, `${commits}-line-${index}`, committedAt, random));
    }
  }
  return `${stream.join('\n')}\n`;
}

function chooseParents(tips: readonly Commit[], random: Random): readonly Commit[] {
  const chance = random.next();
  if (tips.length === 0 || chance < 0.03) return [];
  const wanted = chance < 0.05 ? 5 : chance < 0.08 ? 3 : chance < 0.25 ? 2 : 1;
  return random.shuffled(tips).slice(0, wanted);
}

/** Most commits move a line of work on; some begin another beside it, as a release branch does. */
function keepTips(
  tips: Commit[],
  parents: readonly Commit[],
  commit: Commit,
  random: Random,
): void {
  const [followed] = parents;
  const branchesOff = random.next() < 0.25 || tips.length < 3;
  const index = followed === undefined || branchesOff ? -1 : tips.indexOf(followed);
  if (index === -1) tips.push(commit);
  else tips[index] = commit;
  if (tips.length > 8) tips.splice(random.below(tips.length), 1);
}

function commitCommand(
  mark: number,
  [first, ...others]: readonly Commit[],
  committedAt: number,
  random: Random,
): readonly string[] {
  // A picked commit keeps the date at which it was written, long ago; a wrong clock writes in the future.
  const chance = random.next();
  const writtenBefore = random.below(chance < 0.1 ? 300 * DAY : 3 * DAY);
  const authoredAt = chance > 0.98 ? committedAt + DAY : committedAt - writtenBefore;
  return [
    `commit ${BRANCH}`,
    `mark :${mark}`,
    `author Ada <ada@example.org> ${authoredAt} +0100`,
    `committer Ada <ada@example.org> ${committedAt} +0000`,
    ...message(`commit ${mark}`),
    ...(first === undefined ? [] : [`from :${first.mark}`]),
    ...others.map((other) => `merge :${other.mark}`),
    `M 100644 inline file-${mark % 7}`,
    ...message(`text ${mark}`),
    '',
  ];
}

/** A tag with a date of its own, one with the date of its commit, or one that is no release at all. */
function tagCommand(
  mark: number,
  version: string,
  committedAt: number,
  random: Random,
): readonly string[] {
  const chance = random.next();
  if (chance < 0.1) return [`reset refs/tags/nightly-${version}`, `from :${mark}`, ''];
  if (chance < 0.4) return [`reset refs/tags/v${version}`, `from :${mark}`, ''];
  // To the day, so that some are at the same moment.
  const taggedAt = Math.ceil(committedAt / DAY + random.below(20)) * DAY;
  const twice = chance > 0.85 ? [`v${version}`, `v${version}-again`] : [`v${version}`];
  return twice.flatMap((name) => [
    `tag ${name}`,
    `from :${mark}`,
    `tagger Ada <ada@example.org> ${taggedAt} +0000`,
    ...message(name),
  ]);
}

function message(text: string): readonly string[] {
  return [`data ${text.length}`, text];
}
