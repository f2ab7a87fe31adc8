/**
 * The rules that can say a deployment failed: how sure each is (0 to 1), and what it says. The
 * confidences rank the rules and draw the line of a definition (`minimumConfidence`); they are
 * judgements, not measured frequencies.
 */
export const FAILURE_RULES = {
  verdict: { said: true, confidence: 1, says: 'a person said that it failed its users' },
  status: { said: true, confidence: 1, says: 'its status is failed or rolled_back' },
  named_cause: { said: true, confidence: 1, says: 'an incident names its id as the cause' },
  named_fix: { said: true, confidence: 1, says: 'a deployment names its id as what it fixes' },
  sha_match: {
    said: true,
    confidence: 0.95,
    says: 'an incident names a commit that it was first to ship',
  },
  version_match: {
    said: true,
    confidence: 0.9,
    says: 'an incident names its version as the cause',
  },
  rollback: {
    said: false,
    confidence: 0.9,
    says: 'a deployment of kind rollback, which does not say of what, went back behind it',
  },
  redeploy: { said: false, confidence: 0.8, says: 'an older release came back in its place' },
  revert: {
    said: false,
    confidence: 0.8,
    says: 'a later deployment took back a commit that it brought',
  },
  hotfix: { said: false, confidence: 0.7, says: 'the next deployment was a hotfix' },
  window: {
    said: false,
    confidence: 0.5,
    says: 'an incident of its service opened within the window after it',
  },
} as const satisfies Readonly<Record<string, FailureRuleDescription>>;

interface FailureRuleDescription {
  /** Somebody, or something that knows, said so of this deployment; else it is inferred. */
  readonly said: boolean;
  readonly confidence: number;
  readonly says: string;
}

export type FailureRule = keyof typeof FAILURE_RULES;

export const FAILURE_RULE_NAMES = Object.keys(FAILURE_RULES) as readonly FailureRule[];
