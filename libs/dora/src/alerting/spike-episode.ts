import type { Instant } from '@throughline/events';
import type { AlertResolution, StripItem } from './alert.js';
import { type FailureCount, rateInterval } from './baseline.js';
import type { CusumDesign } from './bernoulli-cusum.js';
import { inPoints, type Knowledge, type Run, ScoreWalk } from './score-walk.js';
import type { ServicePast } from './service-past.js';

const LONGEST_STRIP = 20;

/** A time in which the deployments of a service failed more often than is usual for it. */
export interface SpikeEpisode {
  /** When the event was that the score reached its threshold with, or the storm broke. */
  readonly startedAt: Instant;
  readonly endedAt?: Instant | undefined;
  /** Why it ended; absent while it goes on. */
  readonly resolution?: Extract<AlertResolution, 'recovered' | 'quiet' | 'new_normal'> | undefined;
  /** Since when it is worth waking somebody for; absent where it never was. */
  readonly acuteAt?: Instant | undefined;
  /** When its newest failure became known. */
  readonly lastFailureAt: Instant;
  readonly baseline: SpikeBaseline;
  readonly design: CusumDesign;
  /** How many false alarms a year are to be expected at the service's deployments a day. */
  readonly falseAlarmsPerYear: number;
  /** After the last deployment of `strip`, in points. */
  readonly score: number;
  /** How many deployments there were since the score was last 0, and how many of them failed. */
  readonly run: FailureCount & { readonly since: Instant };
  /**
   * The newest 20 of the run, oldest first: as they are while it goes on, and as they were when its newest
   * failure became known once it is over.
   */
  readonly strip: readonly StripItem[];
}

/** What an episode is held against, learnt before it began. */
export interface SpikeBaseline extends FailureCount {
  /** The deployments that were counted finished from then… */
  readonly since: Instant;
  /** …until then. */
  readonly until: Instant;
  /** Where the service's own rate lies with a chance of 95 %. */
  readonly low: number;
  readonly high: number;
}

/** What the fold knows of an episode, and what of it is to be shown. */
interface Told {
  readonly startedAt: Instant;
  readonly run: Run;
  readonly acuteAt?: Instant | undefined;
  readonly lastFailureAt: Instant;
  readonly shown: Knowledge;
  readonly endedAt?: Instant;
  readonly resolution?: SpikeEpisode['resolution'];
}

export function spikeEpisode(past: ServicePast, told: Told): SpikeEpisode {
  const { startedAt, endedAt, resolution, acuteAt, lastFailureAt, run, shown } = told;
  const { counted, prior, since, until, design, falseAlarmsPerYear } = run.learnt;
  const items = stripOf(past, run, shown);
  return {
    startedAt,
    endedAt,
    resolution,
    acuteAt,
    lastFailureAt,
    baseline: { ...counted, since, until, ...rateInterval(counted, prior) },
    design,
    falseAlarmsPerYear,
    score: items.at(-1)?.scoreAfter ?? 0,
    run: {
      since: past.finishOf(run.start),
      deployments: items.length,
      failed: items.filter(({ failed }) => failed).length,
    },
    strip: items.slice(-LONGEST_STRIP),
  };
}

function stripOf(past: ServicePast, run: Run, shown: Knowledge): readonly StripItem[] {
  let before = 0;
  return new ScoreWalk(past, run.start, run).path(shown).flatMap(({ index, score: { tenths } }) => {
    const outcome = past.outcomes[index];
    if (outcome === undefined) return [];
    const { id, finishedAt, failedAt, reasons } = outcome;
    const points = inPoints(tenths - before);
    before = tenths;
    const shownAs = { id, finishedAt, points, scoreAfter: inPoints(tenths) };
    return past.hadFailed(index, shown.now)
      ? { ...shownAs, failed: true, failedAt, reasons }
      : { ...shownAs, failed: false, reasons: [] };
  });
}
