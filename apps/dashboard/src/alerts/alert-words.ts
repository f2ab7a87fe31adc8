import type { AlertItem } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';

const KINDS: Readonly<Record<AlertItem['kind'], string>> = {
  'change-failure-spike': 'changes fail more often than usual',
  threshold: 'a metric beyond its limit',
  drift: 'a metric that drifts',
  'open-failure': 'a failure that lasts',
  'source-silent': 'a source gone silent',
  'burn-rate': 'an objective that is used up too fast',
  'common-cause': 'a common cause',
};

/** What kind of rule raised an alert: `changes fail more often than usual`. */
export function kindInWords(kind: AlertItem['kind']): string {
  return KINDS[kind];
}

const RESOLUTIONS: Readonly<Record<NonNullable<AlertItem['resolution']>, string>> = {
  recovered: 'back to what is usual',
  quiet: 'nothing failed for long',
  corrected: 'what it rested on was corrected',
  new_normal: 'said to be normal now',
  rule_removed: 'its rule is no longer configured',
};

/** Why an alert ended: `back to what is usual`; empty for one that goes on. */
export function resolutionInWords(resolution: AlertItem['resolution']): string {
  return resolution === null ? '' : RESOLUTIONS[resolution];
}

const UNSAID: Readonly<Record<NonNullable<AlertItem['unsaid']>, string>> = {
  history: 'Nobody was told: it was over a day old when it was first seen.',
  silenced:
    'Nobody is told: it is silenced. If it still fires at the end of the silence, they are.',
  quiet_hours: 'Nobody was told yet: it waits for the quiet hours to end.',
  part_of_parent: 'It is told of as a part of its common cause, not by itself.',
  no_receiver: 'Nobody was told: no receiver is configured for it.',
};

/** Why nobody was told of an alert, in a sentence; empty where somebody was. */
export function unsaidInWords(unsaid: AlertItem['unsaid']): string {
  return unsaid === null ? '' : UNSAID[unsaid];
}

/** What an alert is about, the narrowest of it: its service, or its team, its source, its environment. */
export function subjectInWords({
  service,
  team,
  source,
  environment,
}: AlertItem['subject']): string {
  return service ?? team ?? source ?? environment ?? 'everything';
}

type Lasting = Pick<AlertItem, 'startedAt' | 'resolvedAt'>;

/** How long it fired, `2 h 5 min`; of one that still does, until now. */
export function lastedInWords({ startedAt, resolvedAt }: Lasting, now: number): string {
  const end = resolvedAt === null ? now : Date.parse(resolvedAt);
  return durationInWords(Math.max(0, end - Date.parse(startedAt)) / 1000);
}
