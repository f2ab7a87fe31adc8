import type { Instant } from '@throughline/events';
import type { Silence } from '../../quality/silence.js';
import { durationInWords, numberInWords } from '../../wording/in-words.js';
import type { AlertSeverity, Finding } from '../alert.js';

/** What has fallen silent. */
export interface SilentSource {
  /** `commits`, `changes`, `deployments` or `incidents`. */
  readonly kind: string;
  /** The source, or the service that is deployed no more. */
  readonly name: string;
  readonly lastAt: Instant;
}

/** A silence as it is told. */
export function silentSourceFinding(
  { kind, name, lastAt }: SilentSource,
  { quietSeconds, secondsBetween, chance }: Silence,
  severity: AlertSeverity,
  asOf: Instant,
): Finding {
  const quiet = durationInWords(quietSeconds);
  return {
    severity,
    startedAt: asOf,
    // That there is nothing is what is new.
    lastEventAt: asOf,
    title: `${name}: no ${kind} for ${quiet}`,
    explanation: [
      `The last of its ${kind} was at ${new Date(lastAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${quiet} ago. Until then there was one every ${durationInWords(secondsBetween)}.`,
      `By its rate, by its week and by its past as long a quiet comes about ${chance < 1e-6 ? 'less than once in a million times' : `once in ${numberInWords(Math.floor(1 / chance))} times`}.`,
      `What it did not tell of is missing from every number since. Look at its webhook, its token and its pipeline; it ends with the next of its ${kind}.`,
    ],
    evidence: {
      numbers: [
        { name: 'quiet', label: 'quiet for', value: quietSeconds, unit: 'seconds' },
        { name: 'usual', label: 'usually one every', value: secondsBetween, unit: 'seconds' },
      ],
      deployments: [],
    },
  };
}
