import { createHash } from 'node:crypto';

/** 2024-01-01T00:00:00Z in milliseconds. */
const START = 1_704_067_200_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A commit without parents and the deployment that ships nothing but it: each pair is there or not by itself. */
export interface Pair {
  readonly repository: string;
  readonly service: string;
  readonly id: string;
  readonly events: readonly object[];
}

/** @param repositories over how many the pairs are spread, and with them over the partitions of the log */
export function pairs(service: string, count: number, repositories: number): readonly Pair[] {
  return Array.from({ length: count }, (_, index): Pair => {
    const repository = `acme/${service}-${index % repositories}`;
    const id = `${service}-${index}`;
    const sha = shaOf(id);
    const authoredAt = START + index * MINUTE;
    return {
      repository,
      service,
      id,
      events: [
        { type: 'commit', repository, sha, parents: [], authoredAt },
        deployment({ service, repository, id, sha, finishedAt: authoredAt + HOUR }),
      ],
    };
  });
}

/**
 * A line of commits, a minute apart, and a deployment an hour after every so many of them: what each ships is known by
 * how it was made.
 */
export function deployedLine(service: string, commits: number, each: number): readonly object[] {
  const repository = `acme/${service}`;
  return Array.from({ length: commits }, (_, index) => {
    const [sha, parent] = [shaOf(`${service}/${index}`), shaOf(`${service}/${index - 1}`)];
    const authoredAt = START + index * MINUTE;
    const parents = index === 0 ? [] : [parent];
    const commit = { type: 'commit', repository, sha, parents, authoredAt };
    const number = Math.floor(index / each);
    if ((index + 1) % each !== 0) return [commit];
    const finishedAt = authoredAt + HOUR;
    return [commit, deployment({ service, repository, id: `release-${number}`, sha, finishedAt })];
  }).flat();
}

/** Seconds from each commit of a release to the release, sorted: the last commit waits an hour, each before it a minute more. */
export function leadTimesOfLine(each: number): readonly number[] {
  return Array.from({ length: each }, (_, index) => (HOUR + index * MINUTE) / 1000);
}

function deployment(fields: {
  readonly service: string;
  readonly repository: string;
  readonly id: string;
  readonly sha: string;
  readonly finishedAt: number;
}): object {
  return { type: 'deployment', environment: 'production', status: 'succeeded', ...fields };
}

function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
