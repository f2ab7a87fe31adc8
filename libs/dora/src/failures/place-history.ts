import type { DeploymentStatus, Instant } from '@throughline/events';
import { byFinish, type FinishedDeployment, type Place, placeKey } from '../facts/facts.js';
import { groupBy } from '../grouping/group-by.js';

/** The deployments of a service in an environment that reached its users, earliest first. */
export class PlaceHistory {
  constructor(readonly reached: readonly FinishedDeployment[]) {}

  /** The newest that had finished before a moment. */
  newestBefore(instant: Instant): FinishedDeployment | undefined {
    return this.last(({ finishedAt }) => finishedAt < instant);
  }

  /** The one that was there when another of this place came. */
  before(deployment: FinishedDeployment): FinishedDeployment | undefined {
    return this.last((other) => byFinish(other, deployment) < 0);
  }

  /** The last of which something is true that is true up to some deployment and not after it. */
  private last(isTrue: (one: FinishedDeployment) => boolean): FinishedDeployment | undefined {
    let [low, high] = [0, this.reached.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const one = this.reached[middle];
      if (one !== undefined && isTrue(one)) low = middle + 1;
      else high = middle;
    }
    return this.reached[low - 1];
  }
}

/** The histories of every place that anything was deployed to. */
export class Histories {
  private readonly byPlace: ReadonlyMap<string, PlaceHistory>;

  /** @param reaching the statuses of a deployment that its users got to see */
  constructor(deployments: readonly FinishedDeployment[], reaching: readonly DeploymentStatus[]) {
    const reached = deployments.filter(({ status }) => reaching.includes(status));
    this.byPlace = new Map(
      [...groupBy(reached, placeKey)].map(([place, ofPlace]) => [
        place,
        new PlaceHistory([...ofPlace].sort(byFinish)),
      ]),
    );
  }

  of(place: Place): PlaceHistory | undefined {
    return this.byPlace.get(placeKey(place));
  }

  all(): Iterable<PlaceHistory> {
    return this.byPlace.values();
  }
}
