import { DORA, groupBy, type Judged, type Outcome, outcomesOf } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Judgements } from '@throughline/reporting';

/** What became of the deployments of a service in an environment. */
export interface PlaceHistory {
  readonly service: string;
  readonly environment: string;
  readonly judged: readonly Judged[];
  readonly outcomes: readonly Outcome[];
}

/** Services that are judged together: a few statements for all of them, and little of them in memory. */
const SERVICES_AT_ONCE = 50;

/** The months before the present one whose moments are looked at. */
const MONTHS_LOOKED_AT = 6;

/** What is learnt from goes this much further back: a quarter, and a little. */
const MONTHS_LEARNT_FROM = MONTHS_LOOKED_AT + 4;

/**
 * Where looking begins: with a month, so that the same moments are looked at all through the next one,
 * whenever that is done.
 */
export function lookingFrom(now: Instant): Instant {
  return startOfMonth(now, MONTHS_LOOKED_AT);
}

/** Where learning what is usual begins. */
export function learningFrom(now: Instant): Instant {
  return startOfMonth(now, MONTHS_LEARNT_FROM);
}

/** The starts of the months that are looked at, earliest first. */
export function monthsLookedAt(now: Instant): readonly Instant[] {
  return Array.from({ length: MONTHS_LOOKED_AT + 1 }, (_, index) =>
    startOfMonth(now, MONTHS_LOOKED_AT - index),
  );
}

/** The histories of some services, place by place, a handful of services at a time. */
export async function* placeHistories(
  judgements: Judgements,
  services: readonly string[],
  environments: readonly string[],
  from: Instant,
): AsyncGenerator<readonly PlaceHistory[]> {
  for (let start = 0; start < services.length; start += SERVICES_AT_ONCE) {
    const some = services.slice(start, start + SERVICES_AT_ONCE);
    const scope = { environments: [...environments], everyService: false, services: some };
    const { deployments } = await judgements.afresh(from, scope, DORA);
    yield placesIn(deployments, from, new Set(some), new Set(environments));
  }
}

/** Those that were asked for: what bears on them comes with them. */
function placesIn(
  judged: readonly Judged[],
  from: Instant,
  services: ReadonlySet<string>,
  environments: ReadonlySet<string>,
): readonly PlaceHistory[] {
  const asked = judged.filter(
    ({ deployment: { service, environment, finishedAt } }) =>
      finishedAt >= from && services.has(service) && environments.has(environment),
  );
  const byPlace = groupBy(asked, ({ deployment: { service, environment } }) =>
    JSON.stringify([service, environment]),
  );
  return [...byPlace.values()].flatMap((ofPlace) => {
    const [first] = ofPlace;
    if (first === undefined) return [];
    const { service, environment } = first.deployment;
    return [{ service, environment, judged: ofPlace, outcomes: outcomesOf(ofPlace) }];
  });
}

function startOfMonth(now: Instant, monthsBefore: number): Instant {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore);
}
