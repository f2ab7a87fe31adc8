import type { Instant } from '@throughline/events';

/** How often something spoke, up to and with the day on which it was last heard. */
export interface Rhythm {
  /** How many events each local day had: from any day up to the one of the last event, none left out. */
  readonly daily: readonly number[];
  readonly lastAt: Instant;
}

/** What has passed since it was last heard. */
export interface Quiet {
  readonly asOf: Instant;
  /** Whole local days after the one of the last event. */
  readonly days: number;
}

export interface Silence {
  readonly silent: boolean;
  /** How often it spoke while it did: one event in so many seconds. */
  readonly secondsBetween: number;
  readonly quietSeconds: number;
  /** That as long a quiet comes about by chance. */
  readonly chance: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** How far back a rhythm is learnt, in days. */
export const DAYS_OF_RHYTHM = 90;

const LEAST_CHANCE = 0.001;
const FEWEST_EVENTS = 5;
const FEWEST_DAYS = 7;
const DAYS_OF_WEEK = 7;

/**
 * Whether something that used to speak has fallen silent. A fixed limit is wrong for everybody: an
 * hour for who deploys weekly, a week for who deploys hourly. So the quiet is held against what the
 * 90 days before it lead to expect. It is a silence if all three hold:
 *
 * 1. **By its rate**: e^(−λt) < 0.001, for λ events a day and t days of quiet.
 * 2. **By its week**: over the whole days since, the product of the chances of a quiet day of that
 *    weekday is below 0.001. The chance is (quiet + 1) / (seen + 2) (Laplace's rule of succession),
 *    so a weekend without work says nothing, and a single day off, which no rate foresees, is
 *    never enough: thirteen busy Mondays leave a chance of 1 in 15 that the next one is quiet.
 * 3. **By its past**: more quiet days than it ever had in a row. Who works a week in every month has
 *    long been quiet before.
 *
 * @returns undefined where too little was heard to expect anything: fewer than 5 events, or less than
 * a week
 */
export function judgeSilence({ daily, lastAt }: Rhythm, quiet: Quiet): Silence | undefined {
  const recent = daily.slice(-DAYS_OF_RHYTHM);
  const known = recent.slice(recent.findIndex((events) => events > 0));
  const events = known.reduce((sum, ofDay) => sum + ofDay, 0);
  if (events < FEWEST_EVENTS || known.length < FEWEST_DAYS) return undefined;
  const byRate = Math.exp((-events / known.length) * ((quiet.asOf - lastAt) / DAY));
  const byWeek = chanceOfQuietDays(known, quiet.days);
  return {
    silent: byRate < LEAST_CHANCE && byWeek < LEAST_CHANCE && quiet.days > longestQuietDays(known),
    secondsBetween: (known.length * DAY) / events / 1000,
    quietSeconds: (quiet.asOf - lastAt) / 1000,
    chance: Math.max(byRate, byWeek),
  };
}

function chanceOfQuietDays(known: readonly number[], quietDays: number): number {
  let chance = 1;
  for (let day = known.length; day < known.length + quietDays; day++) {
    const sameWeekday = known.filter((_, index) => (day - index) % DAYS_OF_WEEK === 0);
    const quiet = sameWeekday.filter((events) => events === 0);
    chance *= (quiet.length + 1) / (sameWeekday.length + 2);
  }
  return chance;
}

function longestQuietDays(known: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (const events of known) {
    run = events === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
