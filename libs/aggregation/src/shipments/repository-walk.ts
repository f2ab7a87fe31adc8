import { type CommitKnowledge, FirstShipmentWalk, type Shipment } from '@throughline/dora';
import {
  type ClickHouseClient,
  insertShipments,
  type PlaceGeneration,
  readShipments,
  type ShippedCommit,
  inChunks,
} from '@throughline/store';
import type { CommitGraph, KnownCommit } from './commit-graph.js';
import { placeKey } from './place-key.js';

/** What is to be lowered in one place. */
export interface PlaceSeeds {
  readonly place: PlaceGeneration;
  /** The generation is new: there are no values to read. */
  readonly fresh: boolean;
  readonly seeds: readonly (readonly [sha: string, shipment: Shipment])[];
}

interface PlaceWalk {
  readonly place: PlaceGeneration;
  readonly fresh: boolean;
  readonly walk: FirstShipmentWalk;
  readonly values: Map<string, Shipment>;
}

/** How far ahead values are read along what is in memory: little for one deployment, much for a history. */
const VALUES_AHEAD = { first: 50, most: 6_000 };

/**
 * Lowers the first shipments of one repository, in every place at once, until nothing more can be
 * lowered: the places ask for the same commits, so they share what is read.
 */
export class RepositoryWalk {
  /** Commits read in this walk; `undefined`: not known when it was read. */
  private readonly read = new Map<string, KnownCommit | undefined>();
  private readonly valuesRead = new Set<string>();
  private readonly values = new Map<string, Map<string, Shipment>>();

  constructor(
    private readonly client: ClickHouseClient,
    private readonly graph: CommitGraph,
    private readonly repository: string,
  ) {}

  async lower(places: readonly PlaceSeeds[]): Promise<void> {
    let open = places;
    while (open.length > 0) {
      const walks = open.map(({ place, fresh, seeds }) => ({
        place,
        fresh,
        walk: new FirstShipmentWalk(seeds),
        values: this.valuesOf(placeKey(place)),
      }));
      await this.goOn(walks);
      await insertShipments(
        this.client,
        walks.flatMap((walk) => this.lowered(walk)),
      );
      open = await this.arrivedMeanwhile(walks);
    }
  }

  private async goOn(walks: readonly PlaceWalk[]): Promise<void> {
    for (let round = 0; ; round += 1) {
      const missing = new Set<string>();
      for (const walk of walks) {
        for (const sha of walk.walk.advance(this.knowledgeOf(walk))) missing.add(sha);
      }
      if (missing.size === 0) return;
      await this.learn([...missing], round, walks);
    }
  }

  private knowledgeOf({ fresh, values }: PlaceWalk) {
    const inMemory = this.graph.commitsOf(this.repository);
    return (sha: string): CommitKnowledge | undefined => {
      if (!fresh && !this.valuesRead.has(sha)) return undefined;
      const commit = inMemory.get(sha) ?? this.read.get(sha);
      if (commit === undefined && !this.read.has(sha)) return undefined;
      return { parents: commit?.parents, shipment: values.get(sha) };
    };
  }

  private async learn(
    shas: readonly string[],
    round: number,
    walks: readonly PlaceWalk[],
  ): Promise<void> {
    const found = await this.graph.read(this.repository, shas, round);
    for (const sha of shas) this.read.set(sha, found.get(sha));
    if (walks.some(({ fresh }) => !fresh)) await this.readValues(this.ahead(shas, round));
  }

  private async readValues(shas: readonly string[]): Promise<void> {
    const rows = await inChunks(shas, (chunk) =>
      readShipments(this.client, { repositories: [this.repository], shas: chunk }),
    );
    for (const row of rows) this.valuesOf(placeKey(row)).set(row.sha, row);
    for (const sha of shas) this.valuesRead.add(sha);
  }

  /** The commits asked for and, along what is in memory, those that will be asked for next. */
  private ahead(shas: readonly string[], round: number): readonly string[] {
    const limit = Math.min(VALUES_AHEAD.first * 4 ** round, VALUES_AHEAD.most) + shas.length;
    const inMemory = this.graph.commitsOf(this.repository);
    const ahead = new Set(shas);
    for (const sha of ahead) {
      if (ahead.size >= limit) break;
      for (const parent of inMemory.get(sha)?.parents ?? []) {
        if (!this.valuesRead.has(parent)) ahead.add(parent);
      }
    }
    return [...ahead];
  }

  private lowered({ place, walk, values }: PlaceWalk): ShippedCommit[] {
    const { repository } = this;
    const { service, environment, generation } = place;
    const lowered: ShippedCommit[] = [];
    for (const [sha, shipment] of walk.lowered) {
      values.set(sha, shipment);
      lowered.push({ service, environment, generation, repository, sha, shipment });
    }
    return lowered;
  }

  /**
   * Write first, read second: a commit that was not known when its value was written may have
   * arrived in between, through another process that found no value to pass on. One of the two
   * always sees what the other wrote.
   */
  private async arrivedMeanwhile(walks: readonly PlaceWalk[]): Promise<readonly PlaceSeeds[]> {
    const inMemory = this.graph.commitsOf(this.repository);
    const held = new Set<string>();
    for (const { walk } of walks) {
      for (const sha of walk.lowered.keys()) {
        if (!inMemory.has(sha) && this.read.get(sha) === undefined) held.add(sha);
      }
    }
    if (held.size === 0) return [];
    const found = await this.graph.read(this.repository, [...held], 0);
    for (const [sha, commit] of found) this.read.set(sha, commit);
    return walks
      .map(({ place, fresh, walk }) => ({ place, fresh, seeds: seedsBehind(walk, found) }))
      .filter(({ seeds }) => seeds.length > 0);
  }

  private valuesOf(key: string): Map<string, Shipment> {
    const values = this.values.get(key) ?? new Map<string, Shipment>();
    this.values.set(key, values);
    return values;
  }
}

/** What commits that were found after all pass on to their parents. */
function seedsBehind(
  walk: FirstShipmentWalk,
  found: ReadonlyMap<string, KnownCommit>,
): readonly (readonly [string, Shipment])[] {
  return [...found].flatMap(([sha, { parents = [] }]) => {
    const shipment = walk.lowered.get(sha);
    return shipment === undefined ? [] : parents.map((parent) => [parent, shipment] as const);
  });
}
