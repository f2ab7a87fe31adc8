import { isDeepStrictEqual } from 'node:util';
import type { Acknowledgement, Alert, AlertResolution } from '@throughline/dora';
import type { AlertAction, Instant } from '@throughline/events';
import type { DecidedAlert } from '@throughline/store';
import { type Episode, type Looked, subjectKey } from '../looking/looked.js';
import { stableId } from './alert-id.js';

/** Whose an alert is, as it is when it is opened. */
export type Ownership = Pick<Alert, 'team' | 'owner' | 'tier' | 'runbookUrl'>;

/** What becomes of an alert. */
export interface Decided {
  readonly alert: DecidedAlert;
  /** What people are told, in order; empty where only what it rests on has changed. */
  readonly actions: readonly AlertAction[];
}

export interface Known {
  readonly alert: Alert;
}

/** What is older than this when it is first seen wakes nobody: an import of history is no emergency. */
export const HISTORY_MS = 24 * 60 * 60 * 1000;

/** Whether an alert rests on nothing that has happened lately. */
export function isHistory({ lastEventAt, openedAt }: Pick<Alert, 'lastEventAt' | 'openedAt'>) {
  return lastEventAt < openedAt - HISTORY_MS;
}

/**
 * Holds what a rule says of one thing now against the alerts that it led to before, and says what
 * becomes of them. Whoever decides the same again comes to nothing new.
 *
 * @param known of this rule and this thing
 * @param acknowledgements of these alerts, earliest first
 */
export function reconcile(
  looked: Looked,
  known: readonly Known[],
  acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>,
  ownership: Ownership,
  now: Instant,
): readonly Decided[] {
  const decided: Decided[] = [];
  const taken = new Set<Episode>();
  for (const { alert } of known) {
    // What was resolved stays as it was told; its episode is not told of again.
    const episode = looked.episodes.find((one) => !taken.has(one) && areOfOneTime(one, alert));
    if (episode !== undefined && (alert.state === 'firing' || !isOpen(episode))) taken.add(episode);
    if (alert.state === 'resolved') continue;
    const next = carriedOn(alert, episode, looked, acknowledgements.get(alert.id) ?? [], now);
    if (next !== undefined) decided.push(next);
  }
  const ids = new Set(known.map(({ alert }) => alert.id));
  for (const episode of looked.episodes) {
    if (taken.has(episode)) continue;
    const opened = openedAs(looked, episode, ownership, now, ids);
    ids.add(opened.alert.id);
    decided.push(opened);
  }
  return decided;
}

function isOpen({ endedAt }: Episode): boolean {
  return endedAt === undefined;
}

function areOfOneTime({ finding, endedAt }: Episode, alert: Alert): boolean {
  const alertEnd = alert.resolvedAt ?? Infinity;
  return finding.startedAt <= alertEnd && (endedAt ?? Infinity) >= alert.startedAt;
}

function openedAs(
  { rule, kind, subject }: Looked,
  { finding, endedAt, resolution }: Episode,
  ownership: Ownership,
  now: Instant,
  ids: ReadonlySet<string>,
): Decided {
  const alert: DecidedAlert = {
    ...finding,
    ...ownership,
    id: freeId(rule, subjectKey(subject), finding.startedAt, ids),
    ...{ rule, kind, subject },
    state: 'firing',
    openedAt: now,
    revision: 1,
  };
  if (endedAt === undefined) return { alert, actions: ['opened'] };
  return {
    alert: resolved(alert, resolution ?? 'recovered', Math.max(endedAt, alert.startedAt)),
    actions: ['opened', 'resolved'],
  };
}

/** An episode that was resolved too early and goes on is another alert with the same beginning. */
function freeId(rule: string, subject: string, startedAt: Instant, ids: ReadonlySet<string>) {
  for (let again = 0; ; again += 1) {
    const id = stableId(rule, subject, startedAt, ...(again === 0 ? [] : [again]));
    if (!ids.has(id)) return id;
  }
}

function carriedOn(
  alert: Alert,
  episode: Episode | undefined,
  { undecided = false }: Looked,
  acknowledgements: readonly Acknowledgement[],
  now: Instant,
): Decided | undefined {
  const { parentId: _, unsaid: __, ...kept } = alert;
  const taken = takenOn(kept, acknowledgements);
  const actions: AlertAction[] = taken === kept ? [] : ['acknowledged'];
  if (episode === undefined) {
    if (undecided && actions.length === 0) return undefined;
    if (undecided) return revised(taken, actions);
    const isNewNormal = acknowledgements.some(({ newNormal }) => newNormal);
    const why: AlertResolution = isNewNormal ? 'new_normal' : 'corrected';
    return revised(resolved(taken, why, now), [...actions, 'resolved']);
  }
  const { finding, endedAt, resolution = 'recovered' } = episode;
  const escalates = finding.severity === 'page' && alert.severity === 'notify';
  const isNews = isHistory(alert) && finding.lastEventAt >= now - HISTORY_MS;
  const current: DecidedAlert = {
    ...taken,
    ...finding,
    // It began when it was first told to have begun, and what woke somebody is not taken back in severity.
    startedAt: alert.startedAt,
    severity: alert.severity === 'page' ? 'page' : finding.severity,
    ...(isNews ? { openedAt: now } : {}),
    ...(escalates ? { escalatedAt: now } : {}),
  };
  if (isNews) actions.push('opened');
  else if (escalates) actions.push('escalated');
  if (endedAt !== undefined) {
    return revised(resolved(current, resolution, endedAt), [...actions, 'resolved']);
  }
  return isSame(current, kept) ? undefined : revised(current, actions);
}

/** As they are kept: what is not said and what is said to be undefined are the same. */
function isSame(one: DecidedAlert, other: DecidedAlert): boolean {
  const kept = (alert: DecidedAlert): unknown => JSON.parse(JSON.stringify(alert));
  return isDeepStrictEqual(kept(one), kept(other));
}

/** The first who takes an alert on has it. */
function takenOn(alert: DecidedAlert, acknowledgements: readonly Acknowledgement[]): DecidedAlert {
  const [first] = acknowledgements;
  return alert.acknowledged !== undefined || first === undefined
    ? alert
    : { ...alert, acknowledged: first };
}

function resolved(alert: DecidedAlert, resolution: AlertResolution, at: Instant): DecidedAlert {
  return {
    ...alert,
    state: 'resolved',
    resolvedAt: Math.max(at, alert.startedAt),
    resolution,
  };
}

function revised(alert: DecidedAlert, actions: readonly AlertAction[]): Decided {
  return { alert: { ...alert, revision: alert.revision + 1 }, actions };
}
