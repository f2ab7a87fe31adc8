import { compareShipments, type Shipment } from './shipment.js';

/** What is known of a commit in one service and environment. */
export interface CommitKnowledge {
  /** `undefined`: its commit event has not arrived. */
  readonly parents: readonly string[] | undefined;
  /** The first shipment stored so far, if any. */
  readonly shipment: Shipment | undefined;
}

/**
 * First shipment as a least fixpoint: a deployed commit gets the deployment's shipment, and a
 * parent gets the earliest of its children's. The walk lowers values from where something changed
 * and stops where a value is already as low, so the work is proportional to what changed.
 *
 * The minimum is commutative, associative and idempotent. A deployment that arrives late, a commit
 * that arrives after its deployment, an event that arrives twice: all end in the same values. A
 * commit that is not known holds its value until it arrives; a cycle ends the walk like any other
 * value that is already as low.
 *
 * It asks for what it needs instead of reading: {@link advance} goes as far as the answers lead and
 * returns the commits it must be told about before it can go on.
 */
export class FirstShipmentWalk {
  private readonly lowest = new Map<string, Shipment>();
  private waiting = new Map<string, Shipment>();

  /** @param seeds what was shipped directly: a deployment's commit, or what a child passes on */
  constructor(seeds: Iterable<readonly [sha: string, shipment: Shipment]>) {
    for (const [sha, shipment] of seeds) this.wait(sha, shipment);
  }

  /**
   * @param know what is known of a commit, or `undefined` when it would have to be read first
   * @returns the commits to read before the next call; empty when the walk is done
   */
  advance(know: (sha: string) => CommitKnowledge | undefined): readonly string[] {
    // Earliest first: a commit is then lowered once, however many deployments contain it.
    const seeds = [...this.waiting].sort(([, a], [, b]) => compareShipments(a, b));
    this.waiting = new Map();
    for (const [sha, shipment] of seeds) this.lowerFrom(sha, shipment, know);
    return [...this.waiting.keys()];
  }

  /** The values to store: every commit that this walk lowered. */
  get lowered(): ReadonlyMap<string, Shipment> {
    return this.lowest;
  }

  private lowerFrom(
    start: string,
    shipment: Shipment,
    know: (sha: string) => CommitKnowledge | undefined,
  ): void {
    const stack = [start];
    for (let sha = stack.pop(); sha !== undefined; sha = stack.pop()) {
      const reached = this.lowest.get(sha);
      if (reached !== undefined && compareShipments(reached, shipment) <= 0) continue;
      const knowledge = know(sha);
      if (knowledge === undefined) {
        this.wait(sha, shipment);
        continue;
      }
      const stored = knowledge.shipment;
      if (stored !== undefined && compareShipments(stored, shipment) <= 0) continue;
      this.lowest.set(sha, shipment);
      if (knowledge.parents !== undefined) stack.push(...knowledge.parents);
    }
  }

  private wait(sha: string, shipment: Shipment): void {
    const already = this.waiting.get(sha);
    if (already === undefined || compareShipments(shipment, already) < 0) {
      this.waiting.set(sha, shipment);
    }
  }
}
