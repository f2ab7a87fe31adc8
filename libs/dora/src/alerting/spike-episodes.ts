import type { Instant } from '@throughline/events';
import { isAcuteStorm } from './acute-storm.js';
import type { AlertResolution } from './alert.js';
import { type Calibration, calibrationAt } from './calibration.js';
import type { Outcome } from './outcome.js';
import {
  hasComeDown,
  hasReachedThreshold,
  type Knowledge,
  type Run,
  type Score,
  ScoreWalk,
} from './score-walk.js';
import { ServicePast } from './service-past.js';
import { type SpikeEpisode, spikeEpisode } from './spike-episode.js';

const DAY = 24 * 60 * 60 * 1000;

/** An alert ends when for so long no failure became known. */
export const QUIET_DAYS = 14;

/** A service of which fewer deployments are known raises no alert. */
export const FEWEST_DEPLOYMENTS = 10;

const ACUTE_WINDOW = 5;

export interface SpikeSettings {
  /** What the fleet teaches, each from its `since` on; before the first of them the usual. */
  readonly calibrations: readonly Calibration[];
  /** How many false alarms a year and service are put up with. */
  readonly falseAlarmsPerYear: number;
  /** When somebody said that the failures of then are the new normal. */
  readonly rebaselinedAt?: readonly Instant[] | undefined;
}

export interface SpikeEpisodes {
  /** By when they started; the last may still go on. */
  readonly episodes: readonly SpikeEpisode[];
  /** The one that goes on. */
  readonly current: SpikeEpisode | undefined;
}

/**
 * The times in which the deployments of a service in an environment failed more often than is usual for it.
 *
 * It goes from moment to moment: a deployment finished, or a failure became known. At each the score is what
 * {@link ScoreWalk} makes of what was known then. An episode opens once the score reaches its threshold, or
 * with an acute storm; while it goes on, what is usual stays what it was. It ends when the score is down to
 * half and nothing storms, when no failure became known for 14 days, or when somebody says that this is the
 * new normal; then the score begins again from 0 with what finishes after that. Only at moments does it open
 * or come down: that a deployment grows older is not an event.
 *
 * A pure function: the same outcomes give the same episodes, in whatever order and however often they are
 * given; and what it says of the past stays what it was as `asOf` goes on.
 *
 * @param outcomes of one place, all there are: what is left out is not learnt from
 */
export function spikeEpisodes(
  outcomes: readonly Outcome[],
  settings: SpikeSettings,
  asOf: Instant,
): SpikeEpisodes {
  const fold = new SpikeFold(outcomes, settings);
  for (const moment of momentsOf(fold.past.outcomes, asOf)) fold.meet(moment);
  return fold.end(asOf);
}

function momentsOf(outcomes: readonly Outcome[], asOf: Instant): readonly Instant[] {
  const all = outcomes.flatMap(({ finishedAt, failedAt }) => [finishedAt, failedAt ?? finishedAt]);
  return [...new Set(all.filter((instant) => instant <= asOf))].sort((a, b) => a - b);
}

/** An episode while it goes on. */
interface Firing {
  readonly startedAt: Instant;
  readonly run: Run;
  readonly acuteAt?: Instant | undefined;
  readonly lastFailureAt: Instant;
  /** When its newest failure became known: what an episode that is over is shown by. */
  readonly worst: Knowledge;
}

class SpikeFold {
  readonly past: ServicePast;
  private readonly episodes: SpikeEpisode[] = [];
  private readonly rebaselinedAt: readonly Instant[];
  /** The places of failures, by when they became known. */
  private readonly becomingKnown: readonly number[];
  private known = 0;
  private rebaselined = 0;
  private walk: ScoreWalk;
  private firing: Firing | undefined;
  private latest: Knowledge | undefined;

  constructor(
    outcomes: readonly Outcome[],
    private readonly settings: SpikeSettings,
  ) {
    const { calibrations, falseAlarmsPerYear, rebaselinedAt = [] } = settings;
    this.past = new ServicePast(outcomes, calibrations, falseAlarmsPerYear);
    this.rebaselinedAt = [...rebaselinedAt].sort((a, b) => a - b);
    this.becomingKnown = [...this.past.failures].sort(
      (a, b) => this.failedAt(a) - this.failedAt(b),
    );
    this.walk = new ScoreWalk(this.past, 0);
  }

  meet(now: Instant): void {
    this.passTo(now);
    const maturity = calibrationAt(this.settings.calibrations, now).maturity;
    const known: Knowledge = { now, end: this.past.finishedBy(now), maturity };
    this.latest = known;
    this.takeNewFailures(known);
    const score = this.walk.at(known);
    const isAcute = this.isAcute(score, known);
    if (this.firing === undefined) this.openAt(known, score, isAcute);
    else if (isAcute) this.firing = { ...this.firing, acuteAt: this.firing.acuteAt ?? now };
    else if (hasComeDown(score)) this.close(this.firing, now, 'recovered');
  }

  end(asOf: Instant): SpikeEpisodes {
    this.passTo(asOf);
    if (this.firing === undefined || this.latest === undefined) {
      return { episodes: this.episodes, current: undefined };
    }
    const current = spikeEpisode(this.past, { ...this.firing, shown: this.latest });
    return { episodes: [...this.episodes, current], current };
  }

  /** What time alone brings about, up to an instant and with it. */
  private passTo(now: Instant): void {
    for (;;) {
      const quietAt = (this.firing?.lastFailureAt ?? Infinity) + QUIET_DAYS * DAY;
      const rebaselinedAt = this.rebaselinedAt[this.rebaselined] ?? Infinity;
      const next = Math.min(quietAt, rebaselinedAt);
      if (next > now || next === Infinity) return;
      if (this.firing !== undefined && quietAt <= rebaselinedAt) {
        this.close(this.firing, quietAt, 'quiet');
      } else {
        this.rebaseline(rebaselinedAt);
      }
    }
  }

  private rebaseline(at: Instant): void {
    this.rebaselined += 1;
    const { firing } = this;
    const since = firing === undefined ? at : this.past.finishOf(firing.run.start);
    this.past.forgetBefore(since, at);
    if (firing !== undefined) this.close(firing, at, 'new_normal');
    else this.walk = new ScoreWalk(this.past, this.past.finishedBy(at));
  }

  private takeNewFailures(known: Knowledge): void {
    for (;;) {
      const index = this.becomingKnown[this.known];
      if (index === undefined || this.failedAt(index) > known.now) return;
      this.known += 1;
      this.walk.unsettle(index);
      if (this.firing !== undefined && index >= this.firing.run.start) {
        this.firing = { ...this.firing, lastFailureAt: known.now, worst: known };
      }
    }
  }

  private openAt(known: Knowledge, score: Score, isAcute: boolean): void {
    const { run } = score;
    if (run === undefined || !(isAcute || hasReachedThreshold(score))) return;
    if (this.past.seenOf(known.end) < FEWEST_DEPLOYMENTS) return;
    this.firing = {
      startedAt: known.now,
      run,
      acuteAt: isAcute ? known.now : undefined,
      lastFailureAt: this.lastFailureOf(run, known),
      worst: known,
    };
    this.walk = new ScoreWalk(this.past, run.start, run);
  }

  private close(firing: Firing, endedAt: Instant, resolution: SpikeResolution): void {
    this.episodes.push(
      spikeEpisode(this.past, { ...firing, shown: firing.worst, endedAt, resolution }),
    );
    this.firing = undefined;
    this.walk = new ScoreWalk(this.past, this.past.finishedBy(endedAt));
  }

  private isAcute({ run }: Score, { now, end }: Knowledge): boolean {
    if (run === undefined) return false;
    const first = Math.max(this.walk.first, end - ACUTE_WINDOW);
    const lastFive = Array.from({ length: Math.max(0, end - first) }, (_, place) =>
      this.past.hadFailed(first + place, now),
    );
    return isAcuteStorm(lastFive, run.learnt.design.usual);
  }

  private lastFailureOf(run: Run, { now, end }: Knowledge): Instant {
    const known = this.past.failures
      .filter((index) => index >= run.start && index < end && this.past.hadFailed(index, now))
      .map((index) => this.failedAt(index));
    return Math.max(...known);
  }

  private failedAt(index: number): Instant {
    return this.past.outcomes[index]?.failedAt ?? Infinity;
  }
}

type SpikeResolution = Extract<AlertResolution, 'recovered' | 'quiet' | 'new_normal'>;
