import type { Instant } from '@throughline/events';
import { mannWhitney } from '../../statistics/mann-whitney.js';
import { quantile } from '../../statistics/quantile.js';
import { durationInWords, numberInWords, percentInWords } from '../../wording/in-words.js';
import type { AlertSeverity, Finding } from '../alert.js';
import type { RuleState } from './threshold.js';

/** A rise that chance brings about less often is one. */
const LEAST_CHANCE = 0.001;

/**
 * How often a duration of now must be longer than one of before. Of very many durations chance
 * explains no difference, not even one that nobody would notice.
 */
const SUPERIORITY = { opens: 0.65, ends: 0.58 } as const;

/** How durations of now compare with those of before. */
export interface Drift {
  readonly state: RuleState;
  /** How often one of now is longer than one of before, ties counted half; 0.5: as often as not. */
  readonly superiority: number;
  /** How often chance alone brings about as much. */
  readonly chance: number;
  readonly recent: { readonly n: number; readonly median: number };
  readonly before: { readonly n: number; readonly median: number };
}

/**
 * Whether durations have become longer as a whole. The whole distribution is compared, by ranks: a
 * mean moves with a single change that waited over a holiday, and a median not at all while half of
 * the changes become slower.
 */
export function judgeDrift(
  recent: readonly number[],
  before: readonly number[],
  atLeast: number,
  isFiring: boolean,
): Drift {
  const { superiority, chance } = mannWhitney(recent, before);
  const summary = {
    superiority,
    chance,
    recent: { n: recent.length, median: medianOf(recent) },
    before: { n: before.length, median: medianOf(before) },
  };
  if (recent.length < atLeast || before.length < atLeast) return { ...summary, state: 'unknown' };
  const holds = isFiring
    ? superiority >= SUPERIORITY.ends
    : superiority >= SUPERIORITY.opens && chance < LEAST_CHANCE;
  return { ...summary, state: holds ? 'holds' : 'over' };
}

function medianOf(values: readonly number[]): number {
  return (
    quantile(
      [...values].sort((a, b) => a - b),
      0.5,
    ) ?? 0
  );
}

export interface DriftWords {
  /** `change lead time`. */
  readonly metric: string;
  readonly windowSeconds: number;
  readonly beforeSeconds: number;
  /** `api`, `team payments` or `everything`. */
  readonly where: string;
  readonly severity: AlertSeverity;
}

/** A drift as it is told. */
export function driftFinding(
  { superiority, chance, recent, before }: Drift,
  { metric, windowSeconds, beforeSeconds, where, severity }: DriftWords,
  at: Instant,
): Finding {
  const [now, then] = [durationInWords(recent.median), durationInWords(before.median)];
  const window = durationInWords(windowSeconds);
  return {
    severity,
    startedAt: at,
    lastEventAt: at,
    title: `${where}: ${metric} has become longer, its median went from ${then} to ${now}`,
    explanation: [
      `The ${numberInWords(recent.n)} of the last ${window} have a median of ${now}, the ${numberInWords(before.n)} of the ${durationInWords(beforeSeconds)} before one of ${then}.`,
      `Take one of now and one of before at random: the one of now is longer ${Number(percentInWords(superiority))} times in 100. Were nothing different it would be 50, and as much by chance ${chanceInWords(chance)}.`,
      `All of them are compared, by their ranks (Mann and Whitney), so that single ones that took very long do not decide. It ends below ${SUPERIORITY.ends * 100} in 100.`,
    ],
    evidence: {
      numbers: [
        { name: 'recent_median', label: 'median now', value: recent.median, unit: 'seconds' },
        { name: 'before_median', label: 'median before', value: before.median, unit: 'seconds' },
        { name: 'superiority', label: 'now longer than before', value: superiority, unit: 'share' },
        { name: 'recent', label: 'how many now', value: recent.n, unit: 'count' },
        { name: 'before', label: 'how many before', value: before.n, unit: 'count' },
      ],
      deployments: [],
    },
  };
}

function chanceInWords(chance: number): string {
  const once = Math.floor(1 / Math.max(chance, 1e-6));
  return once >= 1_000_000
    ? 'less than once in a million times'
    : `once in ${numberInWords(once)} times`;
}
