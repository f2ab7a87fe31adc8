import type { AlertDetail } from '@throughline/api-client';

/** Whether what an alert is about can be said to be usual: that is learnt of how often changes fail alone. */
export function canBeNormal({ kind }: Pick<AlertDetail, 'kind'>): boolean {
  return kind === 'change-failure-spike';
}
