import type { Alert, Finding } from '@throughline/dora';

/** A Tuesday, at noon UTC. */
export const NOON = Date.UTC(2026, 2, 10, 12);
export const MINUTE = 60 * 1000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a rule found; what a test is not about is filled in. */
export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    severity: 'notify',
    startedAt: NOON,
    lastEventAt: NOON,
    title: 'api in production: 4 of the last 6 deployments failed',
    explanation: ['Each failure adds 5 points.'],
    evidence: { numbers: [], deployments: [] },
    ...more,
  };
}

/** An alert of the service `api` that fires; what a test is not about is filled in. */
export function alertOf(more: Partial<Alert> = {}): Alert {
  return {
    ...findingOf(),
    id: 'a1',
    rule: 'change-failures',
    kind: 'change-failure-spike',
    subject: { service: 'api', environment: 'production' },
    state: 'firing',
    openedAt: NOON,
    revision: 1,
    ...more,
  };
}
