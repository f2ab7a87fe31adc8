import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FirstShipmentWalk, type CommitKnowledge } from './first-shipment-walk.js';
import { compareShipments, compareText, type Shipment } from './shipment.js';

type Parents = ReadonlyMap<string, readonly string[]>;

const at = (finishedAt: number, deploymentId = `d${finishedAt}`): Shipment => ({
  finishedAt,
  deploymentId,
});

/** A store in memory; `reads` commits are known at once, the rest must be asked for. */
class Values {
  readonly stored = new Map<string, Shipment>();

  constructor(private readonly parents: Map<string, readonly string[]> = new Map()) {}

  arrive(sha: string, parents: readonly string[]): void {
    this.parents.set(sha, parents);
    const held = this.stored.get(sha);
    if (held !== undefined) this.walk(parents.map((parent) => [parent, held]));
  }

  walk(seeds: Iterable<readonly [string, Shipment]>): void {
    const walk = new FirstShipmentWalk(seeds);
    const read = new Map<string, CommitKnowledge>();
    const know = (sha: string) => read.get(sha);
    for (let missing = walk.advance(know); missing.length > 0; missing = walk.advance(know)) {
      for (const sha of missing) {
        read.set(sha, { parents: this.parents.get(sha), shipment: this.stored.get(sha) });
      }
    }
    for (const [sha, shipment] of walk.lowered) this.stored.set(sha, shipment);
  }
}

/** The definition, said the most obvious way: the earliest deployment from which a path leads here. */
function byDefinition(parents: Parents, deployments: readonly (readonly [string, Shipment])[]) {
  const first = new Map<string, Shipment>();
  for (const [sha, shipment] of [...deployments].sort(([, a], [, b]) => compareShipments(a, b))) {
    const reached = new Set<string>();
    const open = [sha];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(parents.get(next) ?? []));
    }
    for (const commit of reached) if (!first.has(commit)) first.set(commit, shipment);
  }
  return first;
}

const sorted = (values: ReadonlyMap<string, Shipment>) =>
  [...values].sort(([a], [b]) => compareText(a, b));

/** Any graph over n commits: parents are drawn from all of them, so cycles and unknown ones occur. */
const history = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.record({
      parents: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size }), { maxLength: 3 }), {
        minLength: size,
        maxLength: size,
      }),
      deployments: fc.array(
        fc.tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 1, max: 6 })),
        { maxLength: 5 },
      ),
    }),
  )
  .chain(({ parents, deployments }) => {
    const commits = parents.map(
      (of, index) => ['commit', `c${index}`, of.map((parent) => `c${parent}`)] as const,
    );
    const shipped = deployments.map(
      ([commit, time], index) => ['deployment', `c${commit}`, at(time, `d${index}`)] as const,
    );
    const events = [...commits, ...shipped];
    return fc.record({
      events: fc.constant(events),
      order: fc.shuffledSubarray([...events, ...events], {
        minLength: events.length * 2,
        maxLength: events.length * 2,
      }),
    });
  });

describe('the first shipment of a commit', () => {
  it('is the earliest deployment whose history holds it, in any order of arrival', () => {
    fc.assert(
      fc.property(history, ({ events, order }) => {
        const values = new Values();
        for (const event of order) {
          if (event[0] === 'commit') values.arrive(event[1], event[2]);
          else values.walk([[event[1], event[2]]]);
        }
        const parents = new Map(
          events.flatMap((event) => (event[0] === 'commit' ? [[event[1], event[2]] as const] : [])),
        );
        const deployments = events.flatMap((event) =>
          event[0] === 'deployment' ? [[event[1], event[2]] as const] : [],
        );
        expect(sorted(values.stored)).toEqual(sorted(byDefinition(parents, deployments)));
      }),
      { numRuns: 500 },
    );
  });

  it('does not walk what an earlier deployment has shipped', () => {
    const values = new Values(
      new Map(
        Array.from({ length: 1000 }, (_, index) => [
          `c${index}`,
          index > 0 ? [`c${index - 1}`] : [],
        ]),
      ),
    );
    values.walk([['c998', at(1)]]);
    const walk = new FirstShipmentWalk([['c999', at(2)]]);
    const asked: string[] = [];
    const know = (sha: string) => {
      asked.push(sha);
      return { parents: [`c${Number(sha.slice(1)) - 1}`], shipment: values.stored.get(sha) };
    };
    expect(walk.advance(know)).toEqual([]);
    expect(asked).toEqual(['c999', 'c998']);
    expect([...walk.lowered]).toEqual([['c999', at(2)]]);
  });
});

describe('the order of ids', () => {
  it('is the order of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareText(a, b))).toBe(bytes);
      }),
      { numRuns: 2000 },
    );
    expect(Math.sign(compareText('\u{1f600}', '\uffff'))).toBe(1);
  });
});
