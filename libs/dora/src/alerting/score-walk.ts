import type { Instant } from '@throughline/events';
import { type LabelMaturity, MATURITY_HORIZON, tenthsAt } from './label-maturity.js';
import type { Learnt, ServicePast } from './service-past.js';

/** The score is kept in tenths of a point: whole numbers, whose sum does not depend on rounding. */
const TENTHS = 10;

/** Deployments since the score was last 0, the first of which failed. */
export interface Run {
  /** The place of its first deployment in the past. */
  readonly start: number;
  readonly learnt: Learnt;
}

/** The score after a deployment. */
export interface Score {
  readonly tenths: number;
  /** The run that it is the score of; absent where nothing had failed yet. */
  readonly run?: Run | undefined;
}

/** What was known when, and how far. */
export interface Knowledge {
  readonly now: Instant;
  /** How many had finished. */
  readonly end: number;
  readonly maturity: LabelMaturity;
}

/**
 * The score from some deployment on, in the order in which they finished, by what was known at an instant.
 * What was learnt when a run began holds through all of it, so that its points can be added up by hand; and
 * the score never grows beyond the threshold, so that it comes down as soon as failures cease.
 *
 * What is older than the horizon takes a whole point whenever it is looked at: that part is walked once,
 * unless one of it turns out to have failed after all.
 */
export class ScoreWalk {
  private readonly settled: Score[] = [];

  /**
   * @param first the place of the first deployment that counts
   * @param frozen the run that goes on even where the score is 0
   */
  constructor(
    private readonly past: ServicePast,
    readonly first: number,
    private readonly frozen?: Run,
  ) {}

  at(known: Knowledge): Score {
    this.settle(known);
    let score = this.settled.at(-1) ?? this.beginning();
    for (let index = this.first + this.settled.length; index < known.end; index++) {
      score = this.after(score, index, known);
    }
    return score;
  }

  /** The score after each deployment. */
  path(known: Knowledge): readonly { readonly index: number; readonly score: Score }[] {
    let score = this.beginning();
    return Array.from({ length: Math.max(0, known.end - this.first) }, (_, place) => {
      const index = this.first + place;
      score = this.after(score, index, known);
      return { index, score };
    });
  }

  /** That a deployment failed became known: what was settled after it is not. */
  unsettle(index: number): void {
    if (index < this.first) return;
    this.settled.length = Math.min(this.settled.length, index - this.first);
  }

  private beginning(): Score {
    return { tenths: 0, run: this.frozen };
  }

  private settle(known: Knowledge): void {
    for (let index = this.first + this.settled.length; index < known.end; index++) {
      if (this.past.finishOf(index) + MATURITY_HORIZON > known.now) return;
      this.settled.push(this.after(this.settled.at(-1) ?? this.beginning(), index, known));
    }
  }

  private after(score: Score, index: number, { now, maturity }: Knowledge): Score {
    if (!this.past.hadFailed(index, now)) {
      const taken = tenthsAt(maturity, now - this.past.finishOf(index));
      return { tenths: Math.max(0, score.tenths - taken), run: score.run };
    }
    const going = this.frozen ?? (score.tenths > 0 ? score.run : undefined);
    const run = going ?? { start: index, learnt: this.past.learntAt(index) };
    const { points, threshold } = run.learnt.design;
    return { tenths: Math.min(TENTHS * threshold, score.tenths + TENTHS * points), run };
  }
}

/** As people read it: in points. */
export function inPoints(tenths: number): number {
  return tenths / TENTHS;
}

export function hasReachedThreshold({ tenths, run }: Score): boolean {
  return run !== undefined && tenths >= TENTHS * run.learnt.design.threshold;
}

/** Whether the score is down to half of its threshold. */
export function hasComeDown({ tenths, run }: Score): boolean {
  return run === undefined || 2 * tenths <= TENTHS * run.learnt.design.threshold;
}
