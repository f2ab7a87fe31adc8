import type { CommitJourney } from '@throughline/api-client';

/** A station on a commit's way. */
export interface Step {
  readonly is: 'authored' | 'committed' | 'shipped';
  readonly at: string;
  /** How long after which station of its own service's way; null at the first. */
  readonly leg: { readonly seconds: number; readonly after: string } | null;
  readonly shipment?: CommitJourney['shipments'][number];
}

/** The stations of a commit's way, in the order of time; a clock that is wrong makes a leg negative. */
export function stepsOf(commit: CommitJourney): readonly Step[] {
  const { authoredAt, committedAt } = commit;
  const authored: Step = { is: 'authored', at: authoredAt, leg: null };
  const toCommitted = {
    seconds: secondsBetween(authoredAt, committedAt),
    after: 'it was authored',
  };
  const committed: Step = { is: 'committed', at: committedAt, leg: toCommitted };
  // Most are committed as they are written: then it is one station.
  const written = toCommitted.seconds === 0 ? [authored] : [authored, committed];
  const shipments = [...commit.shipments].sort(
    (a, b) => Date.parse(a.shippedAt) - Date.parse(b.shippedAt),
  );
  const shipped = shipments.map((shipment, index): Step => {
    const { service, shippedAt } = shipment;
    const before = shipments.slice(0, index).findLast((earlier) => earlier.service === service);
    const leg =
      before === undefined
        ? {
            seconds: secondsBetween(committedAt, shippedAt),
            after: written.length > 1 ? 'it was committed' : 'it was authored',
          }
        : { seconds: secondsBetween(before.shippedAt, shippedAt), after: before.environment };
    return { is: 'shipped', at: shippedAt, leg, shipment };
  });
  return [...written, ...shipped];
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** Commits are asked for by all of their hash, of SHA-1 or of SHA-256. */
export function isWholeHash(sha: string): boolean {
  return /^(?:[\da-f]{40}|[\da-f]{64})$/i.test(sha);
}
