import type { Deployment, FinishedDeployment, Incident, Verdict } from '../facts/facts.js';
import { FAILURE_RULES, type FailureRule } from './failure-rules.js';

/** That something shows a deployment to have failed: the rule, how sure it is, what it rests on. */
export interface FailureLink {
  readonly deployment: FinishedDeployment;
  readonly rule: FailureRule;
  readonly confidence: number;
  readonly incident?: Incident;
  /** The deployment that fixed it, rolled it back or took its commits back. */
  readonly remedy?: Deployment;
  readonly verdict?: Verdict;
}

type Ground = Pick<FailureLink, 'incident' | 'remedy' | 'verdict'>;

export function failureLink(
  rule: FailureRule,
  deployment: FinishedDeployment,
  ground: Ground = {},
): FailureLink {
  return { deployment, rule, confidence: FAILURE_RULES[rule].confidence, ...ground };
}
