import type { Instant } from '@throughline/events';
import { percentInWords } from '../../wording/in-words.js';
import type { AlertSeverity, AlertSubject, Finding, StripItem } from '../alert.js';
import { byFinishAndId, type Outcome } from '../outcome.js';

const DAY = 24 * 60 * 60 * 1000;

/** It ends when for so long no failure became known. */
const QUIET_MS = 14 * DAY;

const LONGEST_STRIP = 20;

/** Two windows that both have to burn: the long one that it matters, the short one that it goes on. */
interface BurnWindows {
  readonly severity: AlertSeverity;
  readonly short: BurnWindow;
  readonly long: BurnWindow;
}

interface BurnWindow {
  readonly deployments: number;
  /** How many times as fast as the objective allows. */
  readonly rate: number;
}

/**
 * The multi-window burn rates of the Google SRE Workbook (chapter 5), in deployments in place of
 * hours: a team that deploys twice a day has no hour with enough of them to count. A fast burn pages:
 * it uses up a quarter's allowance within weeks. A slow one is for the next working day.
 */
const WINDOWS: readonly BurnWindows[] = [
  {
    severity: 'page',
    short: { deployments: 5, rate: 4 },
    long: { deployments: 20, rate: 2.5 },
  },
  {
    severity: 'notify',
    short: { deployments: 20, rate: 2 },
    long: { deployments: 60, rate: 1.5 },
  },
];

const LONGEST_WINDOW = Math.max(...WINDOWS.map(({ long }) => long.deployments));

/** A single failure is none, whatever share of a short window it is. */
const FEWEST_FAILED = 3;

/** 1.5 times 0.1 of 60 is not quite 9 to a machine. */
const ROUNDING = 1e-9;

/** A stretch in which changes failed faster than the objective allows. */
export interface BurnRateEpisode {
  readonly startedAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly resolution?: 'recovered' | 'quiet' | undefined;
  readonly severity: AlertSeverity;
  readonly lastFailureAt: Instant;
  /** What was counted when it last burnt. */
  readonly windows: readonly BurntWindow[];
  readonly strip: readonly StripItem[];
}

export interface BurntWindow extends BurnWindow {
  readonly failed: number;
}

/**
 * When changes failed faster than an objective allows. Goes from moment to moment at which a
 * deployment finished or a failure became known, by what was known then; the same outcomes give the
 * same episodes in whatever order and however often they are given.
 *
 * @param objective the share of changes that may fail, between 0 and 1
 */
export function burnRateEpisodes(
  outcomes: readonly Outcome[],
  objective: number,
  asOf: Instant,
): readonly BurnRateEpisode[] {
  const all = distinct(outcomes);
  const episodes: BurnRateEpisode[] = [];
  let finished = 0;
  let open: BurnRateEpisode | undefined;
  const end = (at: Instant, resolution: 'recovered' | 'quiet') => {
    if (open !== undefined) episodes.push({ ...open, endedAt: at, resolution });
    open = undefined;
  };
  for (const now of momentsOf(all, asOf)) {
    if (open !== undefined && open.lastFailureAt + QUIET_MS <= now) {
      end(open.lastFailureAt + QUIET_MS, 'quiet');
    }
    while ((all[finished]?.finishedAt ?? Infinity) <= now) finished += 1;
    const newest = all.slice(Math.max(0, finished - LONGEST_WINDOW), finished);
    const burning = burningAt(newest, objective, now);
    if (burning === undefined) end(now, 'recovered');
    else {
      open = {
        ...burning,
        startedAt: open?.startedAt ?? now,
        severity: open?.severity === 'page' ? 'page' : burning.severity,
      };
    }
  }
  if (open !== undefined && open.lastFailureAt + QUIET_MS <= asOf) {
    end(open.lastFailureAt + QUIET_MS, 'quiet');
  }
  return open === undefined ? episodes : [...episodes, open];
}

/** @param known the newest that had finished by then, as many as the longest window has */
function burningAt(
  known: readonly Outcome[],
  objective: number,
  now: Instant,
): Omit<BurnRateEpisode, 'startedAt'> | undefined {
  const hasFailed = ({ failedAt = Infinity }: Outcome) => failedAt <= now;
  const failures = known.filter(hasFailed);
  if (failures.length < FEWEST_FAILED) return undefined;
  const lastFailureAt = Math.max(...failures.map(({ failedAt = now }) => failedAt));
  // Windows of who deploys seldom hold failures of months ago: a clean deployment is no news of them.
  if (lastFailureAt + QUIET_MS <= now) return undefined;
  const counted = (window: BurnWindow): BurntWindow => ({
    ...window,
    failed: known.slice(-window.deployments).filter(hasFailed).length,
  });
  const burns = ({ deployments, rate, failed }: BurntWindow) =>
    known.length >= deployments &&
    failed >= FEWEST_FAILED &&
    failed + ROUNDING >= deployments * Math.min(1, rate * objective);
  for (const { severity, short, long } of WINDOWS) {
    const windows = [counted(short), counted(long)];
    if (!windows.every(burns)) continue;
    return {
      severity,
      windows,
      lastFailureAt,
      strip: known.slice(-LONGEST_STRIP).map((outcome) => stripItem(outcome, now)),
    };
  }
  return undefined;
}

function stripItem({ id, finishedAt, failedAt = Infinity, reasons }: Outcome, now: Instant) {
  return failedAt <= now
    ? { id, finishedAt, failed: true, failedAt, reasons }
    : { id, finishedAt, failed: false, reasons: [] };
}

function momentsOf(outcomes: readonly Outcome[], asOf: Instant): readonly Instant[] {
  const all = outcomes.flatMap(({ finishedAt, failedAt = finishedAt }) => [finishedAt, failedAt]);
  return [...new Set(all.filter((instant) => instant <= asOf))].sort((a, b) => a - b);
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  const byId = new Map(outcomes.map((outcome) => [`${outcome.finishedAt} ${outcome.id}`, outcome]));
  return [...byId.values()].sort(byFinishAndId);
}

/** An episode as it is told. */
export function burnRateFinding(
  { startedAt, severity, lastFailureAt, windows, strip }: BurnRateEpisode,
  { service, environment }: AlertSubject,
  objective: number,
): Finding {
  const where = [service, environment].filter((name) => name !== undefined).join(' in ');
  const allowed = `${Number(percentInWords(objective))} %`;
  const [first] = windows;
  const times = first === undefined ? 0 : first.failed / first.deployments / objective;
  return {
    severity,
    startedAt,
    lastEventAt: lastFailureAt,
    title: `${where}: changes fail ${times.toFixed(1)} times as fast as the objective of ${allowed} allows`,
    explanation: [
      ...windows.map(
        ({ failed, deployments, rate }) =>
          `Of the last ${deployments} deployments ${failed} failed; ${allowed} may, and from ${Number(percentInWords(Math.min(1, rate * objective)))} % on it burns.`,
      ),
      'Both windows have to burn: the longer one shows that it matters, the shorter one that it still goes on.',
      `It ends when either does not burn any more, or when no failure became known for ${QUIET_MS / DAY} days.`,
    ],
    evidence: {
      numbers: [
        { name: 'objective', label: 'share that may fail', value: objective, unit: 'share' },
        { name: 'burn_rate', label: 'times as fast as allowed', value: times, unit: 'ratio' },
      ],
      deployments: strip,
    },
  };
}
