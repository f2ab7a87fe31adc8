import { type ClickHouseClient, type Edge, readEdges, readEdgesBefore } from '@throughline/store';
import { LRUCache } from 'lru-cache';
import { inChunks } from './chunks.js';

/** About 60 MB: some hundred bytes a commit. */
const COMMITS_IN_MEMORY = 200_000;

/** A walk that goes on reads ahead further each time, so that a long history takes few queries. */
const READ_AHEAD = { first: 500, most: 20_000 };

/**
 * The commits of all repositories, as far as they were used lately. What is not in memory is read
 * from the store where a walk comes to it, with what lies before it in time; no history is ever
 * needed whole.
 *
 * Only commits that are there are remembered, never that one is missing: another process may write
 * it at any moment.
 */
export class CommitGraph {
  private readonly parents: LRUCache<string, readonly string[]>;

  constructor(
    private readonly client: ClickHouseClient,
    commitsInMemory = COMMITS_IN_MEMORY,
  ) {
    this.parents = new LRUCache({ max: commitsInMemory });
  }

  /** @param parents `undefined`: there is no such commit any more */
  remember(repository: string, sha: string, parents: readonly string[] | undefined): void {
    if (parents === undefined) this.parents.delete(keyOf(repository, sha));
    else this.parents.set(keyOf(repository, sha), parents);
  }

  /** The parents of a commit that is in memory. */
  parentsOf(repository: string, sha: string): readonly string[] | undefined {
    return this.parents.get(keyOf(repository, sha));
  }

  /**
   * Reads commits into memory, and with them their past.
   *
   * @param round how many times this walk has read before
   * @returns those of them that the store has too
   */
  async read(
    repository: string,
    shas: readonly string[],
    round: number,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    const unread = shas.filter((sha) => {
      const parents = this.parentsOf(repository, sha);
      if (parents !== undefined) found.set(sha, parents);
      return parents === undefined;
    });
    const edges = await inChunks(unread, (chunk) =>
      readEdges(this.client, { repository, shas: chunk }),
    );
    for (const { sha, parents } of edges) found.set(sha, parents);
    if (edges.length > 0) await this.readAhead(repository, edges, round);
    for (const { sha, parents } of edges) this.remember(repository, sha, parents);
    return found;
  }

  private async readAhead(repository: string, from: readonly Edge[], round: number): Promise<void> {
    const newest = from.reduce((latest, edge) => Math.max(latest, edge.committedAt), 0);
    const limit = Math.min(READ_AHEAD.first * 4 ** round, READ_AHEAD.most);
    const ahead = await readEdgesBefore(this.client, { repository, committedAt: newest, limit });
    for (const { sha, parents } of ahead) this.remember(repository, sha, parents);
  }
}

function keyOf(repository: string, sha: string): string {
  return `${repository} ${sha}`;
}
