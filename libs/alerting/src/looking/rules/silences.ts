import { DAYS_OF_RHYTHM, silentSourceFinding } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import { judgedRhythms } from '@throughline/reporting';
import type { AlertRuleOf } from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import type { Sampled } from './sampled.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * What used to speak and has fallen silent: sources by what they tell of, services by their
 * deployments. A rule for some services is about these only: a source tells of others, too.
 */
export async function sampleSilences(
  client: ClickHouseClient,
  { severity }: AlertRuleOf<'source-silent'>,
  services: readonly string[] | undefined,
  environments: readonly string[],
  at: Instant,
): Promise<readonly Sampled[]> {
  const judged = await judgedRhythms(
    client,
    {
      environments: [...environments],
      everyService: services === undefined,
      services: [...(services ?? [])],
      everyRepository: true,
      repositories: [],
    },
    at - DAYS_OF_RHYTHM * DAY,
    at,
    'UTC',
  );
  const meant = judged.filter(({ row }) => services === undefined || row.service !== undefined);
  return meant.map(({ row: { kind, source, service, environment, lastAt }, silence }) => ({
    subject: {
      service,
      environment,
      source: source === undefined ? undefined : `${source} ${kind}`,
    },
    state: silence.silent ? 'holds' : 'over',
    finding: silentSourceFinding(
      { kind, name: source ?? [service, environment].join(' in '), lastAt },
      silence,
      severity,
      at,
    ),
  }));
}
