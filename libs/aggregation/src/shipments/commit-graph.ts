import {
  type ClickHouseClient,
  countCommits,
  readEdges,
  readEdgesBefore,
  readOutdatedRepositories,
  inChunks,
} from '@throughline/store';

/** A commit in memory. */
export interface KnownCommit {
  /** `undefined`: it was withdrawn. */
  readonly parents: readonly string[] | undefined;
  /** The version of the fact that states them. */
  readonly version: bigint;
}

/** About 80 MB: some four hundred bytes a commit. */
const COMMITS_IN_MEMORY = 200_000;

/** A walk that goes on reads ahead further each time, so that a long history takes few queries. */
const READ_AHEAD = { first: 500, most: 20_000 };

/**
 * The commits of the repositories that were used lately. What is not in memory is read from the
 * store where a walk comes to it, with what lies before it in time; no history is ever needed whole.
 *
 * Only commits that are there are remembered, never that one is missing: another process may write
 * it at any moment.
 */
export class CommitGraph {
  /** By repository; the one used last stands last. */
  private readonly repositories = new Map<string, Map<string, KnownCommit>>();
  private size = 0;
  /** Of each repository that ever lost a parent, the revision up to which that is known here. */
  private revisions: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly client: ClickHouseClient,
    private readonly limit = COMMITS_IN_MEMORY,
  ) {}

  remember(
    repository: string,
    commits: Iterable<readonly [sha: string, commit: KnownCommit]>,
  ): void {
    const known = this.use(repository);
    const before = known.size;
    for (const [sha, commit] of commits) known.set(sha, commit);
    this.size += known.size - before;
    this.forgetOldest();
  }

  /** The commits of a repository that are in memory. */
  commitsOf(repository: string): ReadonlyMap<string, KnownCommit> {
    return this.repositories.get(repository) ?? new Map();
  }

  /**
   * Forgets the repositories of which commits have lost parents since the last time: what is in
   * memory may still have them. To be called before a walk and after its values are written:
   * whoever takes a parent away looks for values that are written, and whoever writes values looks
   * for parents that were taken away, so one of the two always sees the other.
   *
   * @returns the repositories that were forgotten: values just written from them may be too low
   */
  async refresh(): Promise<ReadonlySet<string>> {
    const rows = await readOutdatedRepositories(this.client, {});
    const before = this.revisions;
    this.revisions = new Map(rows.map(({ repository, revision }) => [repository, revision]));
    const changed = new Set<string>();
    for (const [repository, revision] of this.revisions) {
      if (before.get(repository) === revision) continue;
      changed.add(repository);
      this.size -= this.commitsOf(repository).size;
      this.repositories.delete(repository);
    }
    return changed;
  }

  /**
   * Whether every commit of a repository that the store has is in memory. Then what is not in
   * memory is new, and the store need not be asked about it.
   */
  async isWhole(repository: string): Promise<boolean> {
    const [row] = await countCommits(this.client, { repository });
    return row?.commits === this.commitsOf(repository).size;
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
  ): Promise<ReadonlyMap<string, KnownCommit>> {
    const inMemory = this.commitsOf(repository);
    const found = new Map<string, KnownCommit>();
    const unread: string[] = [];
    for (const sha of shas) {
      const commit = inMemory.get(sha);
      if (commit === undefined) unread.push(sha);
      else found.set(sha, commit);
    }
    const rows = await inChunks(unread, (chunk) =>
      readEdges(this.client, { repository, shas: chunk }),
    );
    for (const row of rows) found.set(row.sha, row);
    if (rows.length > 0) {
      const newest = rows.reduce((latest, row) => Math.max(latest, row.committedAt), 0);
      await this.readAhead(repository, newest, round);
    }
    this.remember(repository, found);
    return found;
  }

  private async readAhead(repository: string, newest: number, round: number): Promise<void> {
    const limit = Math.min(READ_AHEAD.first * 4 ** round, READ_AHEAD.most);
    const rows = await readEdgesBefore(this.client, { repository, committedAt: newest, limit });
    this.remember(
      repository,
      rows.map((row) => [row.sha, row] as const),
    );
  }

  private use(repository: string): Map<string, KnownCommit> {
    const known = this.repositories.get(repository) ?? new Map<string, KnownCommit>();
    this.repositories.delete(repository);
    this.repositories.set(repository, known);
    return known;
  }

  /** Drops the repositories that were not used for longest; of a single one, what was read first. */
  private forgetOldest(): void {
    for (const [repository, known] of this.repositories) {
      if (this.size <= this.limit) return;
      if (this.repositories.size > 1) {
        this.repositories.delete(repository);
        this.size -= known.size;
        continue;
      }
      for (const sha of known.keys()) {
        if (this.size <= this.limit / 2) return;
        known.delete(sha);
        this.size -= 1;
      }
    }
  }
}
