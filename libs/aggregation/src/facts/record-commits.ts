import { groupBy } from '@throughline/dora';
import {
  type ClickHouseClient,
  type FactOf,
  insertCommits,
  readEdges,
  inChunks,
} from '@throughline/store';
import type { CommitGraph, KnownCommit } from '../shipments/commit-graph.js';
import { commitsArrived } from '../shipments/commits-arrived.js';
import type { OutdatedRepositories } from '../shipments/outdated.js';

type CommitFact = FactOf<'commit'>;

/** Stores commits and passes on the first shipments that waited for them. */
export class CommitRecorder {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly graph: CommitGraph,
    private readonly outdated: OutdatedRepositories,
  ) {}

  async record(facts: readonly CommitFact[]): Promise<void> {
    if (facts.length === 0) return;
    const repositories = groupBy(facts, ({ event }) => event.repository);
    const parents = new Map<string, ReadonlyMap<string, readonly string[]>>();
    const losing: string[] = [];
    for (const [repository, ofRepository] of repositories) {
      const change = await this.compare(repository, ofRepository);
      parents.set(repository, change.parents);
      if (change.isLess) losing.push(repository);
    }
    // Before, so that a crash forgets nothing; and after, so that whoever read the old parents in
    // between reads them again.
    await this.outdated.mark(losing);
    await insertCommits(this.client, facts);
    await this.outdated.mark(losing);
    for (const [repository, commits] of parents) {
      await commitsArrived(this.client, this.graph, repository, commits);
    }
    if (losing.length > 0) await this.outdated.bringUpToDate(losing);
  }

  /**
   * What the commits' parents will be once the facts are stored, remembered in the graph, and
   * whether a commit loses a parent that it had or is withdrawn: then what was shipped through it,
   * or found its repository by it, was not.
   */
  private async compare(repository: string, facts: readonly CommitFact[]) {
    const stored = await this.knownVersions(repository, facts);
    const parents = new Map<string, readonly string[]>();
    const newer: [string, KnownCommit][] = [];
    let isLess = false;
    for (const { event, version } of facts) {
      const before = stored.get(event.sha);
      if (before !== undefined && before.version > version) {
        if (before.parents !== undefined) parents.set(event.sha, before.parents);
        continue;
      }
      const after = event.retracted ? undefined : event.parents;
      if (after !== undefined) parents.set(event.sha, after);
      if (before?.parents !== undefined && !keeps(after, before.parents)) isLess = true;
      newer.push([event.sha, { parents: after, version }]);
    }
    this.graph.remember(repository, newer);
    return { parents, isLess };
  }

  /** Those of the commits that are known already. */
  private async knownVersions(
    repository: string,
    facts: readonly CommitFact[],
  ): Promise<ReadonlyMap<string, KnownCommit>> {
    const inMemory = this.graph.commitsOf(repository);
    if (await this.graph.isWhole(repository)) return inMemory;
    const shas = facts.map(({ event }) => event.sha);
    const rows = await inChunks(shas, (chunk) =>
      readEdges(this.client, { repository, shas: chunk }),
    );
    return new Map(rows.map((row) => [row.sha, row]));
  }
}

/** Whether a commit is still there, with all the parents that it had. */
function keeps(after: readonly string[] | undefined, before: readonly string[]): boolean {
  return after !== undefined && before.every((parent) => after.includes(parent));
}
