import type { DeploymentDetail } from '@throughline/api-client';
import {
  confidenceInWords,
  type FailureReason,
  reasonInWords,
} from '../../words/failure-reasons.js';
import { isolated } from '../../words/isolated.js';

interface Judged extends Pick<DeploymentDetail, 'failed' | 'status' | 'verdict'> {
  readonly failureReasons: readonly FailureReason[];
  readonly doubted: readonly FailureReason[];
}

/** Whether a deployment counts as failed and what that rests on, in a sentence. */
export function judgementInWords(deployment: Judged): string {
  const { failed, status, failureReasons, doubted, verdict } = deployment;
  if (status === 'cancelled') return 'It was cancelled before it reached anybody: no rate has it.';
  if (failed === null) return 'It is still running: there is nothing to judge yet.';
  if (failed) {
    const [surest, ...others] = failureReasons;
    if (surest === undefined) return 'Counts as failed.';
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    return `Counts as failed: ${reasonInWords(surest)} (${confidenceInWords(surest)})${more}.`;
  }
  if (verdict?.failed === false) return `Counts as fine: ${isolated(verdict.by)} said so.`;
  return doubted.length === 0
    ? 'Counts as fine: nothing shows that it failed.'
    : 'Counts as fine: what would show that it failed is not believed by this definition.';
}
