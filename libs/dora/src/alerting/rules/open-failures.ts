import type { Instant } from '@throughline/events';
import type { Judged } from '../../failures/judge.js';
import { kaplanMeier } from '../../statistics/kaplan-meier.js';
import { durationInWords } from '../../wording/in-words.js';
import type { AlertSeverity, AlertSubject, Finding } from '../alert.js';
import { type Outcome, outcomesOf } from '../outcome.js';

const HOUR_SECONDS = 3600;
const DAY = 24 * HOUR_SECONDS * 1000;

/** How long a failure may stay open where too few have ended to know better. */
const UNTIL_KNOWN_SECONDS = 24 * HOUR_SECONDS;

/** Of more the newest: how long failures take now, and no longer to work out the longer the history. */
const MOST_LEARNT_FROM = 100;

/** So many have to have ended before their p90 says anything. */
const FEWEST_ENDED = 5;

/**
 * After so long without a recovery nobody is going to say any more that there was one: most of these
 * are failures whose end was never told, and an alert about one of them is read by nobody.
 */
const ABANDONED_AFTER_MS = 14 * DAY;

/** A failed deployment that took, or takes, longer to recover than is usual for its service. */
export interface OverdueFailure {
  readonly outcome: Outcome & { readonly failedAt: Instant };
  /** When it had been open for as long as all but a tenth are. */
  readonly dueAt: Instant;
  readonly usualSeconds: number;
  /** Whether that was learnt from failures of this very service. */
  readonly isOwn: boolean;
  /** Absent while it is open. */
  readonly endedAt?: Instant | undefined;
  readonly resolution?: 'recovered' | 'quiet' | undefined;
}

/**
 * The failures of a place that became overdue, oldest first. Each is held against the hundred that
 * finished before it: the time by which nine of ten of these had recovered, what was open by then counted as
 * lasting at least as long (Kaplan–Meier).
 *
 * @param judged all of one place
 */
export function overdueFailures(
  judged: readonly Judged[],
  asOf: Instant,
): readonly OverdueFailure[] {
  return failuresOf(judged, () => true).flatMap((failure) => {
    const { dueAt } = failure;
    const { recoveredAt } = failure.judged;
    if (isGivenUpFirst(failure)) return [];
    // What was found out only after it had recovered was never open for anybody to see.
    if (dueAt > asOf || (recoveredAt !== undefined && recoveredAt <= dueAt)) return [];
    const { judged: _, ...overdue } = failure;
    return [{ ...overdue, ...endOf(recoveredAt, failure.outcome.finishedAt, asOf) }];
  });
}

/** When the next failure of a place becomes overdue, or is given up, if nothing happens. */
export function nextOverdueAt(judged: readonly Judged[], asOf: Instant): Instant | undefined {
  const mayBe = ({ deployment: { finishedAt }, recoveredAt }: Judged) =>
    recoveredAt === undefined && finishedAt + ABANDONED_AFTER_MS > asOf;
  const next = failuresOf(judged, mayBe)
    .filter((failure) => !isGivenUpFirst(failure))
    .flatMap(({ dueAt, outcome }) => [dueAt, outcome.finishedAt + ABANDONED_AFTER_MS])
    .filter((instant) => instant > asOf);
  return next.length === 0 ? undefined : Math.min(...next);
}

/** Where failures usually take longer than one is waited for, none of them is ever overdue. */
function isGivenUpFirst({ dueAt, outcome }: Failure): boolean {
  return dueAt >= outcome.finishedAt + ABANDONED_AFTER_MS;
}

function endOf(recoveredAt: Instant | undefined, finishedAt: Instant, asOf: Instant) {
  const abandonedAt = finishedAt + ABANDONED_AFTER_MS;
  if (recoveredAt !== undefined && recoveredAt <= Math.min(asOf, abandonedAt)) {
    return { endedAt: recoveredAt, resolution: 'recovered' } as const;
  }
  return abandonedAt <= asOf ? ({ endedAt: abandonedAt, resolution: 'quiet' } as const) : {};
}

interface Failure extends Omit<OverdueFailure, 'endedAt' | 'resolution'> {
  readonly judged: Judged;
}

/** @param isWanted of the others nothing is worked out */
function failuresOf(
  judged: readonly Judged[],
  isWanted: (one: Judged) => boolean,
): readonly Failure[] {
  const byId = new Map(judged.map((one) => [one.deployment.id, one]));
  const failed = outcomesOf(judged).flatMap((outcome) => {
    const { failedAt } = outcome;
    const one = byId.get(outcome.id);
    return failedAt === undefined || one === undefined
      ? []
      : [{ outcome: { ...outcome, failedAt }, judged: one }];
  });
  return failed.flatMap((one, index): Failure[] => {
    if (!isWanted(one.judged)) return [];
    const before = failed.slice(Math.max(0, index - MOST_LEARNT_FROM), index);
    const usual = usualAt(one.outcome.finishedAt, before);
    // It is open from when it can be known to have failed.
    const since = Math.max(one.outcome.finishedAt + usual.seconds * 1000, one.outcome.failedAt);
    return [{ ...one, dueAt: since, usualSeconds: usual.seconds, isOwn: usual.isOwn }];
  });
}

function usualAt(
  asOf: Instant,
  before: readonly { readonly outcome: Outcome; readonly judged: Judged }[],
) {
  const { ended, p90 } = kaplanMeier(
    before.map(({ outcome: { finishedAt }, judged: { recoveredAt } }) => {
      const hasEnded = recoveredAt !== undefined && recoveredAt <= asOf;
      return { seconds: ((hasEnded ? recoveredAt : asOf) - finishedAt) / 1000, ended: hasEnded };
    }),
  );
  return ended < FEWEST_ENDED || p90 === null
    ? { seconds: UNTIL_KNOWN_SECONDS, isOwn: false }
    : { seconds: p90, isOwn: true };
}

/** An overdue failure as it is told. */
export function overdueFailureFinding(
  { outcome, dueAt, usualSeconds, isOwn, endedAt, resolution }: OverdueFailure,
  { service, environment }: AlertSubject,
  severity: AlertSeverity,
): Finding {
  const { id, finishedAt, failedAt, reasons } = outcome;
  const where = [service, environment].filter((name) => name !== undefined).join(' in ');
  const usual = durationInWords(usualSeconds);
  const recovered = resolution === 'recovered' ? endedAt : undefined;
  return {
    severity,
    startedAt: dueAt,
    // What is overdue today is news today, however long ago it began.
    lastEventAt: dueAt,
    title:
      recovered === undefined
        ? `${where}: deployment ${id} failed and is still open after ${usual}`
        : `${where}: deployment ${id} failed and recovered after ${durationInWords((recovered - finishedAt) / 1000)}`,
    explanation: [
      `Deployment ${id} finished at ${moment(finishedAt)}; that it failed was known at ${moment(failedAt)} (${reasons.join(', ')}). ${
        recovered === undefined
          ? 'Nothing has recovered it: no fix, no rollback, no resolved incident.'
          : `It recovered at ${moment(recovered)}.`
      }`,
      isOwn
        ? `Nine of ten failures of this service had recovered after ${usual}, what is still open counted as lasting at least as long as it has.`
        : `Too few failures of this service have recovered to know how long that usually takes: ${usual} are allowed until then.`,
      `It ends with its recovery, or after ${ABANDONED_AFTER_MS / DAY} days: by then the end was most likely never told.`,
    ],
    evidence: {
      numbers: [
        {
          name: 'usual_recovery',
          label: 'nine of ten had recovered after',
          value: usualSeconds,
          unit: 'seconds',
        },
      ],
      deployments: [{ id, finishedAt, failed: true, failedAt, reasons }],
    },
  };
}

function moment(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
