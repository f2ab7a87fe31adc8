import type { Instant } from '@throughline/events';
import { DAY } from '../facts/facts.fixture.js';
import { chanceOfAtLeast } from './acute-storm.js';
import { usualRate } from './baseline.js';
import { designCusum } from './bernoulli-cusum.js';
import { calibrationAt } from './calibration.js';
import { tenthsAt } from './label-maturity.js';
import type { Outcome } from './outcome.js';
import type { SpikeEpisode } from './spike-episode.js';
import type { SpikeSettings } from './spike-episodes.js';

/** What of an episode the plain way tells too. */
export type PlainEpisode = Pick<
  SpikeEpisode,
  'startedAt' | 'endedAt' | 'resolution' | 'acuteAt' | 'lastFailureAt'
> & { readonly points: number; readonly threshold: number; readonly since: Instant };

interface Walked {
  readonly score: number;
  /** The failure that the score has not been 0 since. */
  readonly first: Outcome;
  readonly points: number;
  readonly threshold: number;
  readonly usual: number;
}

interface Going extends Walked {
  readonly startedAt: Instant;
  acuteAt: Instant | undefined;
}

/**
 * The same episodes the plain way: at every moment everything is counted and added up from the beginning, in
 * fractions of points, by lists and filters. Written from the description; it shares with what it checks only the parts that are
 * checked by themselves.
 */
export function plainEpisodes(
  given: readonly Outcome[],
  { calibrations, falseAlarmsPerYear, rebaselinedAt = [] }: SpikeSettings,
  asOf: Instant,
): PlainEpisode[] {
  const all = [...new Map(given.map((one) => [one.id, one])).values()].sort(
    (a, b) => a.finishedAt - b.finishedAt || (a.id < b.id ? -1 : 1),
  );
  const episodes: PlainEpisode[] = [];
  let going: Going | undefined;
  let walkAfter = -Infinity;
  let learnFrom = -Infinity;
  let saidNormalUntil = -Infinity;

  const failed = (one: Outcome, now: Instant) => one.failedAt !== undefined && one.failedAt <= now;

  const learn = (now: Instant) => {
    const counted = all.filter(
      ({ finishedAt }) =>
        finishedAt >= now - 90 * DAY &&
        finishedAt >= learnFrom &&
        finishedAt <= Math.max(now - 7 * DAY, saidNormalUntil),
    );
    const first = Math.min(...all.map(({ finishedAt }) => finishedAt));
    const days = Math.min(90, Math.max(7, (now - first) / DAY));
    const recent = all.filter(
      ({ finishedAt }) => finishedAt <= now && finishedAt >= now - days * DAY,
    );
    const rate = usualRate(
      { failed: counted.filter((one) => failed(one, now)).length, deployments: counted.length },
      calibrationAt(calibrations, now).prior,
    );
    return designCusum(rate, ((recent.length / days) * 365) / falseAlarmsPerYear);
  };

  const walk = (items: readonly Outcome[], now: Instant, held?: Walked): Walked | undefined => {
    let state = held && { ...held, score: 0 };
    for (const one of items) {
      if (failed(one, now)) {
        if (state === undefined || (held === undefined && state.score < 0.05)) {
          state = { ...learn(one.finishedAt), first: one, score: 0 };
        }
        state = { ...state, score: Math.min(state.threshold, state.score + state.points) };
      } else if (state !== undefined) {
        const { maturity } = calibrationAt(calibrations, now);
        const taken = tenthsAt(maturity, now - one.finishedAt) / 10;
        state = { ...state, score: Math.max(0, Math.round(10 * (state.score - taken)) / 10) };
      }
    }
    return state;
  };

  const lastFailure = ({ first }: Going, now: Instant) =>
    Math.max(
      ...all
        .slice(all.indexOf(first))
        .filter((one) => failed(one, now))
        .map(({ failedAt = NaN }) => failedAt),
    );

  const told = (one: Going, now: Instant): Omit<PlainEpisode, 'endedAt' | 'resolution'> => {
    const { startedAt, acuteAt, points, threshold } = one;
    const since = one.first.finishedAt;
    return { startedAt, acuteAt, points, threshold, since, lastFailureAt: lastFailure(one, now) };
  };

  const end = (now: Instant, endedAt: Instant, resolution: PlainEpisode['resolution']) => {
    if (going !== undefined) episodes.push({ ...told(going, now), endedAt, resolution });
    going = undefined;
    walkAfter = endedAt;
  };

  const moments = [
    ...all.map(({ finishedAt }) => ({ at: finishedAt, isEvent: true })),
    ...all.flatMap(({ failedAt }) =>
      failedAt === undefined ? [] : { at: failedAt, isEvent: true },
    ),
    ...rebaselinedAt.map((at) => ({ at, isEvent: false })),
    { at: asOf, isEvent: false },
  ];
  // What somebody says at the moment of an event is heard before it.
  moments.sort((a, b) => a.at - b.at || Number(a.isEvent) - Number(b.isEvent));
  let before = -Infinity;
  for (const { at: now, isEvent } of moments) {
    if (now > asOf) break;
    if (going !== undefined && lastFailure(going, before) + 14 * DAY <= now) {
      end(before, lastFailure(going, before) + 14 * DAY, 'quiet');
    }
    if (!isEvent && rebaselinedAt.includes(now)) {
      learnFrom = going?.first.finishedAt ?? now;
      saidNormalUntil = now;
      if (going !== undefined) end(before, now, 'new_normal');
      walkAfter = now;
    }
    before = now;
    if (!isEvent) continue;
    const visible = all.filter(({ finishedAt }) => finishedAt <= now && finishedAt > walkAfter);
    const items = going === undefined ? visible : visible.slice(visible.indexOf(going.first));
    const state = walk(items, now, going);
    if (state === undefined) continue;
    const storming = items.slice(-5).filter((one) => failed(one, now)).length;
    const isAcute = storming >= 3 && chanceOfAtLeast(storming, 5, state.usual) < 0.001;
    if (going !== undefined) {
      if (isAcute) going.acuteAt ??= now;
      else if (state.score <= state.threshold / 2) end(now, now, 'recovered');
      continue;
    }
    const seen = all.filter(({ finishedAt }) => finishedAt <= now && finishedAt >= learnFrom);
    if (seen.length >= 10 && (isAcute || state.score >= state.threshold)) {
      going = { ...state, startedAt: now, acuteAt: isAcute ? now : undefined };
    }
  }
  if (going !== undefined) {
    episodes.push({ ...told(going, before), endedAt: undefined, resolution: undefined });
  }
  return episodes;
}
