import type { FinishedDeployment, Incident } from './facts.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Midnight in UTC of a day of March 2026. */
export const march = (day: number) => Date.UTC(2026, 2, day);

/** A successful deployment of `api` to production, unless the test says otherwise. */
export function deployment(
  stated: Partial<FinishedDeployment> & { readonly id: string },
): FinishedDeployment {
  return {
    service: 'api',
    environment: 'production',
    status: 'succeeded',
    kind: 'deploy',
    fixes: [],
    finishedAt: march(1),
    ...stated,
  };
}

/** An open incident that nobody said anything else about. */
export function incident(stated: Partial<Incident> & { readonly id: string }): Incident {
  return { source: 'pager', services: [], openedAt: march(1), ...stated };
}
