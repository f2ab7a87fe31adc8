import {
  DAYS_OF_RHYTHM,
  judgeSilence,
  localDate,
  type Period,
  periodsOf,
  type Silence,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import { readRhythms } from '@throughline/store';
import { type Finder, listOf } from './found-list.js';
import { storeScope } from './quality-context.js';
import { type Found, moment, stretch } from './quality-item.js';

type RhythmRow = Awaited<ReturnType<typeof readRhythms>>[number];

const DAY = 24 * 60 * 60 * 1000;

/**
 * Looks for sources and services that have stopped speaking by the end of the window. One that
 * stopped more than 90 days before the window began is taken to be retired.
 */
export const silenceFinder: Finder<'source_silent'> = {
  names: ['source_silent'],
  async find(context) {
    const { client, window, timezone, now } = context;
    const asOf = Math.min(window.end, now);
    const notBefore = window.start - DAYS_OF_RHYTHM * DAY;
    const heardFrom = Math.max(0, notBefore - DAYS_OF_RHYTHM * DAY);
    if (asOf <= heardFrom) return { source_silent: listOf([], 0) };
    const days = periodsOf({ start: heardFrom, end: asOf }, 'day', timezone);
    const rows = await readRhythms(client, {
      ...storeScope(context),
      dayStarts: days.map(({ start }) => start),
      to: asOf,
    });
    const judged = rows
      .filter(({ lastAt }) => lastAt >= notBefore)
      .flatMap((row) => {
        const silence = silenceOf(row, days, asOf, timezone);
        return silence === undefined ? [] : [{ row, silence }];
      });
    return {
      source_silent: listOf(
        judged
          .filter(({ silence }) => silence.silent)
          .map(({ row, silence }) => foundSilence(row, silence)),
        judged.length,
      ),
    };
  },
};

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

function foundSilence(
  { kind, source, service, environment, lastAt }: RhythmRow,
  { quietSeconds, secondsBetween }: Silence,
): Found {
  const isService = service !== undefined;
  return {
    thing: isService ? 'service' : 'source',
    id: isService ? undefined : kind,
    services: isService ? [service] : [],
    environment,
    source,
    at: lastAt,
    says: `no ${kind} for ${stretch(quietSeconds)}, since ${moment(lastAt)}; until then one every ${stretch(secondsBetween)}`,
  };
}
