/**
 * How a pipeline or a job goes, in our words; the others have not begun, or are nobody's failure
 * (https://docs.gitlab.com/api/pipelines, https://docs.gitlab.com/api/jobs).
 */
export const RUN_STATUSES: ReadonlyMap<string, 'in_progress' | 'succeeded' | 'failed' | 'cancelled'> =
  new Map([
    ['running', 'in_progress'],
    ['success', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ]);
