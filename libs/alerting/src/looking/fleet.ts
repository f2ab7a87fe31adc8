import { type Calibration, calibrate, type Outcome } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { Judgements } from '@throughline/reporting';
import { type ClickHouseClient, readPlaces } from '@throughline/store';
import { learningFrom, monthsLookedAt, placeHistories } from './place-histories.js';

/** How long what a fleet told is believed: late facts about the months before hardly move it. */
const BELIEVED_MS = 6 * 60 * 60 * 1000;

/** A store that is just being filled soon has more to tell. */
const BELIEVED_WHILE_LITTLE_MS = 60 * 1000;

const LITTLE = 1000;

interface Learnt {
  readonly at: Instant;
  readonly calibrations: Promise<readonly Calibration[]>;
  deployments: number;
}

/** What all services together tell about each of them, month by month. */
export class Fleet {
  private learnt: Learnt | undefined;

  /** @param production the environments that count */
  constructor(
    private readonly client: ClickHouseClient,
    private readonly judgements: Judgements,
    private readonly production: readonly string[],
  ) {}

  /** Every service that was ever deployed. */
  async services(): Promise<readonly string[]> {
    const places = await readPlaces(this.client, {});
    return [...new Set(places.map(({ service }) => service))];
  }

  /** What is usual in the fleet, as it was known at the start of each month that is looked at. */
  calibrations(now: Instant): Promise<readonly Calibration[]> {
    if (this.learnt !== undefined && isStillBelieved(this.learnt, now)) {
      return this.learnt.calibrations;
    }
    const learnt: Learnt = { at: now, calibrations: this.learn(now), deployments: 0 };
    this.learnt = learnt;
    learnt.calibrations.catch(() => (this.learnt = undefined));
    return learnt.calibrations;
  }

  private async learn(now: Instant): Promise<readonly Calibration[]> {
    const outcomes: (readonly Outcome[])[] = [];
    const services = await this.services();
    const from = learningFrom(now);
    for await (const places of placeHistories(this.judgements, services, this.production, from)) {
      outcomes.push(...places.map((place) => place.outcomes));
    }
    if (this.learnt !== undefined) {
      this.learnt.deployments = outcomes.reduce((sum, { length }) => sum + length, 0);
    }
    return monthsLookedAt(now).map((since) => calibrate(outcomes, since));
  }
}

function isStillBelieved({ at, deployments }: Learnt, now: Instant): boolean {
  const believed = deployments < LITTLE ? BELIEVED_WHILE_LITTLE_MS : BELIEVED_MS;
  return now - at < believed && monthsLookedAt(now)[0] === monthsLookedAt(at)[0];
}
