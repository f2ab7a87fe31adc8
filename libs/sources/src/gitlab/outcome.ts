/** What pipelines, jobs and deployments have in common: https://docs.gitlab.com/api/pipelines/. */
const STATUSES = new Map([
  ['running', 'in_progress'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
]);

/** `undefined` for one that has not begun, is skipped or waits for somebody. */
export function outcomeOf(status: string): string | undefined {
  return STATUSES.get(status);
}
