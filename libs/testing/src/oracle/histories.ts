import type { CommitEvent } from '@throughline/events';
import type { OracleDefinition } from './definitions.js';
import { type Finished, inOrder, type Place, samePlace } from './places.js';

/** A commit that a deployment brought. Its repository is unknown where nobody told. */
interface Brought {
  readonly repository: string | undefined;
  readonly sha: string;
}

/** Which deployment first brought what to a place. */
export class Histories {
  private readonly succeeded: readonly Finished[];
  private readonly known: ReadonlyMap<string, CommitEvent>;
  private readonly firsts = new Map<string, Finished>();

  constructor(finished: readonly Finished[], commits: readonly CommitEvent[]) {
    this.succeeded = inOrder(finished.filter(({ status }) => status === 'succeeded'));
    this.known = new Map(commits.map((commit) => [nameOf(commit), commit]));
    for (const deployment of this.succeeded) {
      for (const { repository, sha } of this.historyOf(deployment)) {
        for (const what of [nameOf({ repository, sha }), `any ${sha}`, `of ${repository ?? ''}`]) {
          const key = inPlace(deployment, what);
          if (!this.firsts.has(key)) this.firsts.set(key, deployment);
        }
      }
    }
  }

  /** The first to bring a commit, known or only named. */
  first(place: Place, repository: string, sha: string): Finished | undefined {
    return this.firsts.get(inPlace(place, nameOf({ repository, sha })));
  }

  /** The first to bring any commit of that sha. */
  firstOfSha(place: Place, sha: string): Finished | undefined {
    return this.firsts.get(inPlace(place, `any ${sha}`));
  }

  /** Whether anything of a repository was ever brought to a place. */
  isShippedTo(place: Place, repository: string): boolean {
    return this.firsts.has(inPlace(place, `of ${repository}`));
  }

  /** Whether it is not known since when what this deployment brought of a repository was there. */
  isBaseline(
    deployment: Finished,
    repository: string,
    { leadTime }: Pick<OracleDefinition, 'leadTime'>,
  ): boolean {
    const here = this.succeeded.filter((one) => samePlace(one, deployment));
    const isFirst = deployment === here.find((one) => namesCommitOf(repository, one));
    const before = here[here.indexOf(deployment) - 1];
    const longest = leadTime.of === 'commits' ? leadTime.baselineAfter : null;
    const isLongAfter =
      before !== undefined &&
      longest !== null &&
      deployment.finishedAt - before.finishedAt > longest * 1000;
    return isFirst || isLongAfter;
  }

  /** What it names and all that is known to come before that. */
  private historyOf(deployment: Finished): readonly Brought[] {
    const history = new Map<string, Brought>();
    const open = this.namedBy(deployment);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (history.has(nameOf(one))) continue;
      history.set(nameOf(one), one);
      const { repository } = one;
      const parents = this.known.get(nameOf(one))?.parents ?? [];
      open.push(...parents.map((sha) => ({ repository, sha })));
    }
    return [...history.values()];
  }

  /** A sha without a repository is every commit of that sha. */
  private namedBy({ repository, sha, commits = [] }: Finished): Brought[] {
    if (sha === undefined) return [...commits];
    const known = [...this.known.values()].filter((commit) => commit.sha === sha);
    const owners = repository === undefined ? known.map((one) => one.repository) : [];
    return [...commits, ...[repository, ...owners].map((owner) => ({ repository: owner, sha }))];
  }
}

function nameOf({ repository, sha }: Brought): string {
  return JSON.stringify([repository, sha]);
}

function inPlace({ service, environment }: Place, what: string): string {
  return JSON.stringify([service, environment, what]);
}

function namesCommitOf(repository: string, deployment: Finished): boolean {
  const isOwn =
    deployment.sha !== undefined && (deployment.repository ?? repository) === repository;
  return isOwn || (deployment.commits ?? []).some((one) => one.repository === repository);
}
