import type { Instant } from '@throughline/events';
import type { CommitLeadTimeDefinition } from '../definitions/definition.js';
import { rounded } from './rounded.js';
import type { LeadTimeParts } from './change-lead-time.js';

const MILLISECONDS = 1000;
const MINUTE_SECONDS = 60;

/** The commits of a row, in milliseconds. */
export interface CommitsOfRow {
  /** Lead times of those first shipped in the row, without merges and baseline as the definition has it. */
  readonly leads: readonly number[];
  /** How many of them came with each deployment. */
  readonly leadsOfDeployments: readonly number[];
  readonly mergeCommits: number;
  readonly baselineCommits: number;
  /** Begun before its end, and not shipped by then. */
  readonly waiting: number;
  /** Of those that began in the row: what the shipped ones took, */
  readonly ended: readonly number[];
  /** and when the others began. */
  readonly open: readonly Instant[];
}

/** @param asOf until when what waits is known to wait */
export function leadTimeOfCommits(
  commits: CommitsOfRow,
  definition: CommitLeadTimeDefinition,
  asOf: Instant,
): LeadTimeParts {
  const seconds = commits.leads.flatMap(
    (lead) => timedSeconds(lead / MILLISECONDS, definition) ?? [],
  );
  return {
    unit: 'commits',
    timed: seconds.length,
    seconds,
    shippedTogether: commits.leadsOfDeployments,
    mergeCommits: commits.mergeCommits,
    baseline: commits.baselineCommits,
    waiting: commits.waiting,
    begun: [
      ...commits.ended.map((lead) => ({ seconds: lead / MILLISECONDS, ended: true })),
      ...commits.open.map((begun) => ({
        seconds: Math.max(0, asOf - begun) / MILLISECONDS,
        ended: false,
      })),
    ],
  };
}

/** What a commit adds to the lead times, in seconds; nothing where the definition leaves it out. */
export function timedSeconds(
  seconds: number,
  { wholeMinutesOnly }: CommitLeadTimeDefinition,
): number | undefined {
  if (!wholeMinutesOnly) return seconds;
  const minutes = rounded(seconds, 'minutes_down');
  return minutes >= MINUTE_SECONDS ? minutes : undefined;
}
