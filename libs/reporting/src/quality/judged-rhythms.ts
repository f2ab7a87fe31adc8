import {
  DAYS_OF_RHYTHM,
  judgeSilence,
  localDate,
  type Period,
  periodsOf,
  type Silence,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import { type ClickHouseClient, readRhythms } from '@throughline/store';

type RhythmQuestion = Omit<Parameters<typeof readRhythms>[1], 'dayStarts' | 'to'>;

export type RhythmRow = Awaited<ReturnType<typeof readRhythms>>[number];

/** What used to speak, and whether it has fallen silent. */
export interface JudgedRhythm {
  readonly row: RhythmRow;
  readonly silence: Silence;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Everything that speaks often enough to expect something of it: sources by what they tell of, and
 * services by their deployments.
 *
 * @param lastSince what was last heard before then is taken to be retired
 */
export async function judgedRhythms(
  client: ClickHouseClient,
  asked: RhythmQuestion,
  lastSince: Instant,
  asOf: Instant,
  timezone: string,
): Promise<readonly JudgedRhythm[]> {
  const heardFrom = Math.max(0, lastSince - DAYS_OF_RHYTHM * DAY);
  if (asOf <= heardFrom) return [];
  const days = periodsOf({ start: heardFrom, end: asOf }, 'day', timezone);
  const rows = await readRhythms(client, {
    ...asked,
    dayStarts: days.map(({ start }) => start),
    to: asOf,
  });
  return rows
    .filter(({ lastAt }) => lastAt >= lastSince)
    .flatMap((row) => {
      const silence = silenceOf(row, days, asOf, timezone);
      return silence === undefined ? [] : [{ row, silence }];
    });
}

function silenceOf(
  { lastAt, daily }: RhythmRow,
  days: readonly Period[],
  asOf: Instant,
  timezone: string,
): Silence | undefined {
  const [starts, counts] = daily;
  const eventsOf = new Map(starts.map((start, index) => [start, counts[index] ?? 0]));
  const lastDay = days.findLastIndex(({ start }) => start <= lastAt);
  // A day that has only begun may still speak.
  const isOver = localDate(asOf, timezone) !== localDate(days.at(-1)?.start ?? 0, timezone);
  const quietDays = days.length - 1 - lastDay - (isOver ? 0 : 1);
  return judgeSilence(
    { daily: days.slice(0, lastDay + 1).map(({ start }) => eventsOf.get(start) ?? 0), lastAt },
    { asOf, days: Math.max(0, quietDays) },
  );
}
