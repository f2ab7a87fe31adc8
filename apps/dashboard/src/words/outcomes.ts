import { type FailureReason, reasonInWords } from './failure-reasons.js';

/** What the outcome of a deployment is told from. */
export interface Judged {
  readonly failed: boolean | null;
  readonly status: string;
  readonly failureReasons: readonly FailureReason[];
}

export interface Outcome {
  readonly is: 'fine' | 'failed' | 'running' | 'unknown';
  readonly text: string;
  /** The surest reason; empty where there is none to give. */
  readonly because: string;
}

export function outcomeInWords({ failed, status, failureReasons }: Judged): Outcome {
  // What was cancelled reached nobody: it neither failed them nor was it fine.
  if (status === 'cancelled') return { is: 'unknown', text: 'Cancelled', because: '' };
  if (failed === null) return { is: 'running', text: 'Running', because: '' };
  if (!failed) return { is: 'fine', text: 'Fine', because: '' };
  const [surest] = failureReasons;
  return {
    is: 'failed',
    text: 'Failed',
    because: surest === undefined ? '' : reasonInWords(surest),
  };
}

/** `rolled_back` → `rolled back`. */
export function statusInWords(status: string): string {
  return status.replaceAll('_', ' ');
}
