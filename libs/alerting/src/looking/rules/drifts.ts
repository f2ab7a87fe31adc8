import { driftFinding, judgeDrift } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { AlertRuleOf } from '@throughline/service-kit';
import {
  type ClickHouseClient,
  readLeadTimeDurations,
  readRecoveryDurations,
} from '@throughline/store';
import type { IsFiring, Sampled } from './sampled.js';
import { inOneWord, subjectOf } from './subjects.js';

const READERS = {
  changeLeadTime: readLeadTimeDurations,
  recoveryTime: readRecoveryDurations,
} as const;

const IN_WORDS = { changeLeadTime: 'change lead time', recoveryTime: 'recovery time' } as const;

/** Whether what takes time takes longer than it did. */
export async function sampleDrifts(
  client: ClickHouseClient,
  { metric, window, before, atLeast, per, severity }: AlertRuleOf<'drift'>,
  services: readonly string[] | undefined,
  environments: readonly string[],
  isFiring: IsFiring,
  at: Instant,
): Promise<readonly Sampled[]> {
  const between = at - window * 1000;
  const rows = await READERS[metric](client, {
    environments: [...environments],
    everyService: services === undefined,
    services: [...(services ?? [])],
    per,
    ...{ from: between - before * 1000, between, to: at },
  });
  return rows.map((row) => {
    const subject = subjectOf(per, row.subject, environments);
    const drift = judgeDrift(row.recent, row.before, atLeast, isFiring(subject));
    const words = {
      metric: IN_WORDS[metric],
      windowSeconds: window,
      beforeSeconds: before,
      where: inOneWord(per, row.subject),
      severity,
    };
    return { subject, state: drift.state, finding: driftFinding(drift, words, at) };
  });
}
