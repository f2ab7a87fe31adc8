import { type CommitKnowledge, FirstShipmentWalk, type Shipment } from '@throughline/dora';
import {
  type ClickHouseClient,
  insertShipments,
  type PlaceGeneration,
  readShipments,
  type ShippedCommit,
} from '@throughline/store';
import { inChunks } from './chunks.js';
import type { CommitGraph } from './commit-graph.js';
import { placeKey } from './place-key.js';

/** What is to be lowered in one place. */
export interface PlaceSeeds {
  readonly place: PlaceGeneration;
  readonly seeds: readonly (readonly [sha: string, shipment: Shipment])[];
}

interface PlaceWalk {
  readonly place: PlaceGeneration;
  readonly walk: FirstShipmentWalk;
}

/** How far ahead values are read along what is in memory: little for one deployment, much for a history. */
const VALUES_AHEAD = { first: 50, most: 6_000 };

/**
 * Lowers the first shipments of one repository, in every place at once, until nothing more can be
 * lowered: the places ask for the same commits, so they share what is read.
 */
export class RepositoryWalk {
  /** Parents of the commits read in this walk; `undefined`: not known when it was read. */
  private readonly parents = new Map<string, readonly string[] | undefined>();
  private readonly valuesRead = new Set<string>();
  private readonly values = new Map<string, Map<string, Shipment>>();

  /** @param fresh the values begin a new generation: there are none to read */
  constructor(
    private readonly client: ClickHouseClient,
    private readonly graph: CommitGraph,
    private readonly repository: string,
    private readonly fresh: boolean,
  ) {}

  async lower(places: readonly PlaceSeeds[]): Promise<void> {
    let open = places;
    while (open.length > 0) {
      const walks = open.map(({ place, seeds }) => ({
        place,
        walk: new FirstShipmentWalk(seeds),
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
      const missing = new Set(
        walks.flatMap(({ place, walk }) => walk.advance((sha) => this.know(place, sha))),
      );
      if (missing.size === 0) return;
      await this.read([...missing], round);
    }
  }

  private know(place: PlaceGeneration, sha: string): CommitKnowledge | undefined {
    if (!this.fresh && !this.valuesRead.has(sha)) return undefined;
    const parents = this.graph.parentsOf(this.repository, sha) ?? this.parents.get(sha);
    if (parents === undefined && !this.parents.has(sha)) return undefined;
    return { parents, shipment: this.values.get(placeKey(place))?.get(sha) };
  }

  private async read(shas: readonly string[], round: number): Promise<void> {
    const found = await this.graph.read(this.repository, shas, round);
    for (const sha of shas) this.parents.set(sha, found.get(sha));
    if (!this.fresh) await this.readValues(this.ahead(shas, round));
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
    const ahead = new Set(shas);
    for (const sha of ahead) {
      if (ahead.size >= limit) break;
      for (const parent of this.graph.parentsOf(this.repository, sha) ?? []) {
        if (!this.valuesRead.has(parent)) ahead.add(parent);
      }
    }
    return [...ahead];
  }

  private lowered({ place, walk }: PlaceWalk): ShippedCommit[] {
    const values = this.valuesOf(placeKey(place));
    return [...walk.lowered].map(([sha, shipment]) => {
      values.set(sha, shipment);
      return { ...place, repository: this.repository, sha, shipment };
    });
  }

  /**
   * Write first, read second: a commit that was not known when its value was written may have
   * arrived in between, through another process that found no value to pass on. One of the two
   * always sees what the other wrote.
   */
  private async arrivedMeanwhile(walks: readonly PlaceWalk[]): Promise<readonly PlaceSeeds[]> {
    const held = new Set(
      walks.flatMap(({ walk }) =>
        [...walk.lowered.keys()].filter(
          (sha) => this.parents.get(sha) === undefined && !this.isInMemory(sha),
        ),
      ),
    );
    if (held.size === 0) return [];
    const found = await this.graph.read(this.repository, [...held], 0);
    for (const [sha, parents] of found) this.parents.set(sha, parents);
    return walks
      .map(({ place, walk }) => ({
        place,
        seeds: [...found].flatMap(([sha, parents]) => {
          const shipment = walk.lowered.get(sha);
          return shipment === undefined ? [] : parents.map((parent) => [parent, shipment] as const);
        }),
      }))
      .filter(({ seeds }) => seeds.length > 0);
  }

  private isInMemory(sha: string): boolean {
    return this.graph.parentsOf(this.repository, sha) !== undefined;
  }

  private valuesOf(key: string): Map<string, Shipment> {
    const values = this.values.get(key) ?? new Map<string, Shipment>();
    this.values.set(key, values);
    return values;
  }
}
