import type { Instant } from '@throughline/events';
import type { Definition, RestoreDefinition } from '../definitions/definition.js';
import type { Incident } from '../facts/facts.js';
import { kaplanMeier, type KaplanMeier } from '../statistics/kaplan-meier.js';
import { type Spread, spread } from '../statistics/quantile.js';
import { type BookedDuration, dailyMedians } from './daily-medians.js';
import { type Entry, secondsOf } from './entry.js';
import { rounded } from './rounded.js';

const MILLISECONDS = 1000;

export interface TimeToRestore extends Spread {
  readonly incidents: number;
  readonly resolved: number;
  readonly open: number;
  readonly kaplanMeier: KaplanMeier;
}

/** An incident and when its clock started. */
export interface Restoration {
  readonly incident: Incident;
  readonly startedAt: Instant;
}

/**
 * Incidents from when their clock started to their resolution, whatever caused them.
 *
 * @param causedAt when the earliest cause that an incident is linked to was there
 */
export function restoreEntries(
  incidents: readonly Incident[],
  { from, rounding }: RestoreDefinition,
  causedAt: (incident: Incident) => Instant | undefined,
): Entry<Restoration>[] {
  return incidents.map((incident) => {
    const cause = from === 'cause' ? causedAt(incident) : undefined;
    const startedAt = Math.min(incident.openedAt, cause ?? incident.openedAt);
    const { resolvedAt } = incident;
    const subject = { incident, startedAt };
    if (resolvedAt === undefined) {
      return { subject, rule: 'open', numerator: false, denominator: true };
    }
    const counted = { subject, numerator: true, denominator: true };
    if (resolvedAt < startedAt) return { ...counted, rule: 'resolved_before_opened' };
    const seconds = rounded((resolvedAt - startedAt) / MILLISECONDS, rounding);
    return { ...counted, rule: 'resolved', seconds };
  });
}

/** @param asOf until when open incidents are known to be open */
export function timeToRestore(
  entries: readonly Entry<Restoration>[],
  asOf: Instant,
  { restore, quantile: method }: Definition,
  timezone: string,
): TimeToRestore {
  const seconds =
    restore.aggregate === 'all'
      ? secondsOf(entries)
      : dailyMedians(entries.flatMap(booked), timezone, method);
  const open = entries.filter(({ rule }) => rule === 'open');
  return {
    incidents: entries.length,
    resolved: entries.length - open.length,
    open: open.length,
    ...spread(seconds, method),
    kaplanMeier: kaplanMeier([
      ...secondsOf(entries).map((value) => ({ seconds: value, ended: true })),
      ...open.map(({ subject }) => ({
        seconds: Math.max(0, asOf - subject.startedAt) / MILLISECONDS,
        ended: false,
      })),
    ]),
  };
}

function booked({ subject, seconds }: Entry<Restoration>): BookedDuration[] {
  const { services, environment, resolvedAt } = subject.incident;
  if (seconds === undefined || resolvedAt === undefined) return [];
  return [{ seconds, at: resolvedAt, place: JSON.stringify([[...services].sort(), environment]) }];
}
