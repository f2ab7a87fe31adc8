import {
  type ClickHouseClient,
  insertOutdatedRepositories,
  readOutdatedRepositories,
  readPlacesOfRepositories,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { regenerate } from './regenerate.js';

/**
 * Repositories of which a commit lost a parent or was withdrawn. Values that came through it may be
 * too low, so everything shipped from there is worked out afresh.
 */
export class OutdatedRepositories {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly graph: CommitGraph,
  ) {}

  /** Notes it durably. To be called before the commit's new fact is written, or a crash forgets it. */
  async mark(repositories: readonly string[]): Promise<void> {
    if (repositories.length === 0) return;
    const known = new Map(
      (await readOutdatedRepositories(this.client, {})).map((row) => [row.repository, row]),
    );
    await insertOutdatedRepositories(
      this.client,
      repositories.map((repository) => ({
        repository,
        revision: (known.get(repository)?.revision ?? 0) + 1,
        outdated: true,
      })),
    );
  }

  /**
   * Works out afresh what is noted, also by a process that died before it could.
   *
   * @param marked what this process has noted itself: another may have cleared the mark with its own
   */
  async bringUpToDate(marked: readonly string[] = []): Promise<void> {
    const rows = await readOutdatedRepositories(this.client, {});
    const due = rows.filter(({ repository, outdated }) => outdated || marked.includes(repository));
    for (const { repository, revision } of due) {
      const places = await readPlacesOfRepositories(this.client, {
        repositories: [repository],
      });
      for (const place of places) await regenerate(this.client, this.graph, place);
      await insertOutdatedRepositories(this.client, [
        { repository, revision: revision + 1, outdated: false },
      ]);
    }
  }
}
