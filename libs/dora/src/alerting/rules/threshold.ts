import type { Instant } from '@throughline/events';
import { durationInWords, numberInWords, percentInWords } from '../../wording/in-words.js';
import type { AlertSeverity, Finding } from '../alert.js';

/** A number at a moment, and over how many things it is. */
export interface ThresholdSample {
  readonly at: Instant;
  /** null where it cannot be known. */
  readonly value: number | null;
  readonly n: number;
}

export interface ThresholdLimit {
  readonly direction: 'above' | 'below';
  readonly limit: number;
  /** Over fewer things the number says nothing. */
  readonly atLeast: number;
}

/** Whether a rule holds; `unknown` neither raises an alert nor ends one. */
export type RuleState = 'holds' | 'over' | 'unknown';

/** What fires ends only when it is back by this share of the limit: at the limit it would flutter. */
const BACK_BY = 0.1;

/**
 * Whether a number is beyond its limit, and has been at every sample.
 *
 * @param samples oldest first
 */
export function judgeThreshold(
  samples: readonly ThresholdSample[],
  { direction, limit, atLeast }: ThresholdLimit,
  isFiring: boolean,
): RuleState {
  const newest = samples.at(-1);
  if (newest === undefined || newest.value === null || newest.n < atLeast) return 'unknown';
  if (isFiring) {
    return isBeyond(newest.value, direction, endOf(direction, limit)) ? 'holds' : 'over';
  }
  const wasBeyond = samples.every(
    ({ value, n }) => value !== null && n >= atLeast && isBeyond(value, direction, limit),
  );
  return wasBeyond ? 'holds' : 'over';
}

function isBeyond(value: number, direction: ThresholdLimit['direction'], limit: number): boolean {
  return direction === 'above' ? value > limit : value < limit;
}

function endOf(direction: ThresholdLimit['direction'], limit: number): number {
  const back = limit * BACK_BY;
  return direction === 'above' ? limit - back : limit + back;
}

/** What a threshold is about, for people. */
export interface ThresholdWords extends ThresholdLimit {
  /** `change lead time, median`. */
  readonly metric: string;
  readonly unit: 'seconds' | 'share' | 'count';
  readonly windowSeconds: number;
  readonly holdSeconds: number;
  /** `api`, `team payments` or `everything`. */
  readonly where: string;
  readonly severity: AlertSeverity;
}

/** A number beyond its limit as it is told. */
export function thresholdFinding(
  { at, value, n }: ThresholdSample,
  words: ThresholdWords,
): Finding {
  const { metric, unit, direction, limit, atLeast, windowSeconds, holdSeconds, where } = words;
  const [is, bound] = [inUnit(value, unit), inUnit(limit, unit)];
  const window = durationInWords(windowSeconds);
  // A count is over nothing but itself.
  const over = atLeast === 0 ? '' : `, over ${numberInWords(n)} of them`;
  const end = inUnit(endOf(direction, limit), unit);
  const isBeyondStill = value !== null && isBeyond(value, direction, limit);
  return {
    severity: words.severity,
    startedAt: at,
    lastEventAt: at,
    title: isBeyondStill
      ? `${where}: ${metric} is ${is}, ${direction} ${bound}`
      : `${where}: ${metric} is ${is}, not yet back at ${end} after it was ${direction} ${bound}`,
    explanation: [
      `Over the last ${window} ${metric} is ${is}${over}; the limit is ${bound}.`,
      ...(holdSeconds === 0 || !isBeyondStill
        ? []
        : [
            `It has been ${direction} the limit for ${durationInWords(holdSeconds)}: now, then, and three times in between.`,
          ]),
      ...(atLeast === 0
        ? []
        : [`It is judged over ${numberInWords(atLeast)} or more: over fewer it says nothing.`]),
      `It ends when it is back by a tenth of the limit, at ${end}.`,
    ],
    evidence: {
      numbers: [
        { name: 'value', label: metric, value: value ?? 0, unit },
        { name: 'limit', label: 'limit', value: limit, unit },
        { name: 'over', label: 'over how many', value: n, unit: 'count' },
      ],
      deployments: [],
    },
  };
}

function inUnit(value: number | null, unit: ThresholdWords['unit']): string {
  if (value === null) return numberInWords(null);
  if (unit === 'seconds') return durationInWords(value);
  return unit === 'share' ? `${Number(percentInWords(value))} %` : numberInWords(value);
}
