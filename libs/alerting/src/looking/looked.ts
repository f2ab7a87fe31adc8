import type { AlertKind, AlertResolution, AlertSubject, Finding } from '@throughline/dora';
import type { Instant } from '@throughline/events';

/** A stretch in which a rule held; open while it has no end. */
export interface Episode {
  readonly finding: Finding;
  readonly endedAt?: Instant | undefined;
  readonly resolution?: AlertResolution | undefined;
}

/** What a rule says of one thing. */
export interface Looked {
  /** The name of the rule. */
  readonly rule: string;
  readonly kind: AlertKind;
  readonly subject: AlertSubject;
  /** Oldest first; only the last may be open. */
  readonly episodes: readonly Episode[];
  /** It cannot be told now whether the rule holds: what fires goes on firing. */
  readonly undecided?: boolean | undefined;
  /** When it may say something else although nothing has happened. */
  readonly nextLookAt?: Instant | undefined;
}

/** Tells what one rule is about from what it is about otherwise. */
export function subjectKey({
  service,
  environment,
  team,
  source,
  deploymentId,
}: AlertSubject): string {
  return JSON.stringify([service, environment, team, source, deploymentId]);
}
