import type { DeploymentStatus, Instant } from '@throughline/events';
import {
  byFinish,
  deploymentKey,
  type FinishedDeployment,
  type Place,
  placeKey,
} from '../facts/facts.js';
import { groupBy } from '../grouping/group-by.js';

/** The deployments of a service in an environment that reached its users, earliest first. */
export class PlaceHistory {
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(readonly reached: readonly FinishedDeployment[]) {
    this.indexOf = new Map(reached.map((deployment, index) => [deploymentKey(deployment), index]));
  }

  /** The newest that had finished before a moment. */
  newestBefore(instant: Instant): FinishedDeployment | undefined {
    let [low, high] = [0, this.reached.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.reached[middle]?.finishedAt ?? instant) < instant) low = middle + 1;
      else high = middle;
    }
    return this.reached[low - 1];
  }

  /** The one that was there when another of this place came. */
  before(deployment: FinishedDeployment): FinishedDeployment | undefined {
    const index = this.indexOf.get(deploymentKey(deployment));
    if (index !== undefined) return this.reached[index - 1];
    return this.reached.findLast((other) => byFinish(other, deployment) < 0);
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
