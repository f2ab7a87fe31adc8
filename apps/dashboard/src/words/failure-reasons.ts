import { FAILURE_RULES, type FailureRule } from '@throughline/dora';
import { isolated } from './isolated.js';

/** What shows that a deployment failed, as the API has it. */
export interface FailureReason {
  /** One of the rules of the API, which may be newer than this page. */
  readonly rule: string;
  readonly incidentId?: string | undefined;
  readonly deploymentId?: string | undefined;
  readonly confidence: number;
}

/** Each rule in a few words, with what it rests on. */
const WORDS: Readonly<Record<FailureRule, (incident: string, deployment: string) => string>> = {
  verdict: () => 'a person said so',
  status: () => 'its status says so',
  named_cause: (incident) => `${incident} names it as the cause`,
  named_fix: (_, deployment) => `${deployment} says that it fixes it`,
  sha_match: (incident) => `${incident} names a commit that it brought`,
  version_match: (incident) => `${incident} names its version`,
  rollback: (_, deployment) => `${deployment} rolled it back`,
  redeploy: (_, deployment) => `${deployment} brought an older release back`,
  revert: (_, deployment) => `${deployment} took back a commit that it brought`,
  hotfix: (_, deployment) => `${deployment}, the next one, was a hotfix`,
  window: (incident) => `${incident} opened soon after it`,
};

export function reasonInWords({
  rule,
  incidentId,
  deploymentId,
}: Pick<FailureReason, 'rule'> & Partial<FailureReason>): string {
  if (!isFailureRule(rule)) return rule;
  return WORDS[rule](
    incidentId === undefined ? 'an incident' : `incident ${isolated(incidentId)}`,
    deploymentId === undefined ? 'a deployment' : `deployment ${isolated(deploymentId)}`,
  );
}

/** What the rule says of any deployment, in the words of the definitions. */
export function ruleInWords(rule: string): string {
  return isFailureRule(rule) ? FAILURE_RULES[rule].says : rule;
}

/** `sure`, `confidence 0.9`, `inferred, confidence 0.5`. A confidence ranks rules; it is no frequency. */
export function confidenceInWords({
  rule,
  confidence,
}: Pick<FailureReason, 'rule' | 'confidence'>): string {
  if (confidence === 1) return 'sure';
  const inferred = isFailureRule(rule) && !FAILURE_RULES[rule].said;
  return `${inferred ? 'inferred, ' : ''}confidence ${confidence}`;
}

function isFailureRule(rule: string): rule is FailureRule {
  return Object.hasOwn(FAILURE_RULES, rule);
}
