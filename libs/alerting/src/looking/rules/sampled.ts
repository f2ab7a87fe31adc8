import type { AlertSubject, Finding, RuleState } from '@throughline/dora';

/** What a rule says of one thing at one moment. */
export interface Sampled {
  readonly subject: AlertSubject;
  readonly state: RuleState;
  /** What is told where it holds. */
  readonly finding: Finding;
}

/** Whether something fires, by the key of its subject: what fires ends later than it would begin. */
export type IsFiring = (subject: AlertSubject) => boolean;
