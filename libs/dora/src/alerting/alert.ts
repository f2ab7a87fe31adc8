import type { Instant } from '@throughline/events';

/** What kinds of rules there are; `common-cause` is decided over the others' alerts and never configured. */
export const ALERT_KINDS = [
  'change-failure-spike',
  'threshold',
  'drift',
  'open-failure',
  'source-silent',
  'burn-rate',
  'common-cause',
] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

/** `page` wakes somebody; `notify` is read when there is time. */
export const ALERT_SEVERITIES = ['notify', 'page'] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/**
 * Why an alert ended: what it was about went back to what is usual; nothing failed for long; what it
 * rested on was corrected, so that it would not have been raised; somebody said that this is what is
 * normal now; its rule is no longer configured.
 */
export const ALERT_RESOLUTIONS = [
  'recovered',
  'quiet',
  'corrected',
  'new_normal',
  'rule_removed',
] as const;

export type AlertResolution = (typeof ALERT_RESOLUTIONS)[number];

/**
 * What an alert is about. What is absent is not narrowed down: an alert of a team has a team and no
 * service.
 */
export interface AlertSubject {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly team?: string | undefined;
  /** The source that has gone silent. */
  readonly source?: string | undefined;
  /** The deployment that is still failed. */
  readonly deploymentId?: string | undefined;
}

/** A deployment as an alert shows it: what became of it, and what it did to the score. */
export interface StripItem {
  readonly id: string;
  readonly finishedAt: Instant;
  readonly failed: boolean;
  /** When its failure became known; absent for one that did not fail. */
  readonly failedAt?: Instant | undefined;
  /** The rules that show it to have failed, surest first. */
  readonly reasons: readonly string[];
  /** Added to the score; negative where it took from it. Absent for rules that keep none. */
  readonly points?: number | undefined;
  readonly scoreAfter?: number | undefined;
}

export const EVIDENCE_UNITS = ['share', 'seconds', 'count', 'points', 'per_year', 'ratio'] as const;

/** A number that an alert rests on. */
export interface EvidenceNumber {
  /** Stable, in snake_case: `baseline_rate`. */
  readonly name: string;
  /** For people: `usual change fail rate`. */
  readonly label: string;
  readonly value: number;
  readonly unit: (typeof EVIDENCE_UNITS)[number];
  /** The ends of its interval, where it is an estimate. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface AlertEvidence {
  readonly numbers: readonly EvidenceNumber[];
  /** Oldest first, at most 20; empty where the rule does not go by deployments. */
  readonly deployments: readonly StripItem[];
}

/** What a rule found: everything of an alert but its life. */
export interface Finding {
  readonly severity: AlertSeverity;
  /** When, by the events' own times, the rule began to hold. */
  readonly startedAt: Instant;
  /** The newest event that it rests on: what is older than a day when it is first seen wakes nobody. */
  readonly lastEventAt: Instant;
  /** One line: `api in production: 6 of the last 10 deployments failed`. */
  readonly title: string;
  /** Sentences that a person can check by hand, in order. */
  readonly explanation: readonly string[];
  readonly evidence: AlertEvidence;
}

/**
 * Why nobody is told of an alert: it was over a day old when it was first seen; it is silenced; it
 * waits for quiet hours to end; it is told of as a part of a common cause; nobody is configured to be
 * told.
 */
export const UNSAID_REASONS = [
  'history',
  'silenced',
  'quiet_hours',
  'part_of_parent',
  'no_receiver',
] as const;

export type UnsaidReason = (typeof UNSAID_REASONS)[number];

/** What somebody said who took an alert on. */
export interface Acknowledgement {
  readonly by: string;
  readonly at: Instant;
  readonly note?: string | undefined;
  /** The failures are the new normal: what is usual is to be learnt anew from here on. */
  readonly newNormal: boolean;
}

/** One episode of a rule for what it is about, from when it was decided to its end. */
export interface Alert extends Finding {
  /** 32 hexadecimal digits; the same however often it is decided. */
  readonly id: string;
  /** The name of the rule in the configuration. */
  readonly rule: string;
  readonly kind: AlertKind;
  readonly subject: AlertSubject;
  /** Whose the service was when the alert was opened. */
  readonly team?: string | undefined;
  readonly owner?: string | undefined;
  readonly tier?: number | undefined;
  readonly runbookUrl?: string | undefined;
  readonly state: 'firing' | 'resolved';
  /** When it was decided, by the clock of who decided. */
  readonly openedAt: Instant;
  /** When it became a page after it was opened as less. */
  readonly escalatedAt?: Instant | undefined;
  readonly acknowledged?: Acknowledgement | undefined;
  readonly resolvedAt?: Instant | undefined;
  readonly resolution?: AlertResolution | undefined;
  /** The alert about the common cause that this one is a part of. */
  readonly parentId?: string | undefined;
  /** Why nobody was told of it, or not yet, where nobody was. */
  readonly unsaid?: UnsaidReason | undefined;
  /** Grows by one with every change that is kept. */
  readonly revision: number;
}
