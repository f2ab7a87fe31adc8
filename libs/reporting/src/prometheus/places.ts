import { compareText, groupBy } from '@throughline/dora';
import type { Instant } from '@throughline/events';

/** A service in an environment: what series are told apart by. */
export interface Place {
  readonly service: string;
  readonly environment: string;
}

/** What all places have together that have no series of their own. */
const OTHER: Place = { service: 'other', environment: 'other' };

/**
 * Which places have series of their own: the first that were ever deployed to, so that a place that
 * has them keeps them.
 */
export class Places {
  private readonly own: ReadonlySet<string>;
  /** All there are. */
  readonly size: number;

  /**
   * @param all those without `firstAt` come last; one may be there several times
   * @param most that have series of their own
   */
  constructor(all: readonly (Place & { readonly firstAt?: Instant })[], most: number) {
    const firstOf = new Map<string, Instant>();
    for (const { firstAt, ...place } of all) {
      const key = keyOf(place);
      firstOf.set(key, Math.min(firstOf.get(key) ?? Infinity, firstAt ?? Infinity));
    }
    const inOrder = [...firstOf].sort(([a, firstA], [b, firstB]) =>
      firstA === firstB ? compareText(a, b) : firstA - firstB,
    );
    this.own = new Set(inOrder.slice(0, most).map(([key]) => key));
    this.size = inOrder.length;
  }

  /** Rows by the place whose series they are part of. */
  group<Row extends Place>(rows: readonly Row[]): readonly (readonly [Place, readonly Row[]])[] {
    const placeOf = (row: Row): Place => {
      const { service, environment } = this.own.has(keyOf(row)) ? row : OTHER;
      return { service, environment };
    };
    return [...groupBy(rows, (row) => keyOf(placeOf(row))).values()].flatMap((ofPlace) => {
      const [first] = ofPlace;
      return first === undefined ? [] : [[placeOf(first), ofPlace] as const];
    });
  }
}

function keyOf({ service, environment }: Place): string {
  return JSON.stringify([service, environment]);
}
