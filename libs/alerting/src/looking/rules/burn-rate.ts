import { burnRateEpisodes, burnRateFinding } from '@throughline/dora';
import type { AlertRuleOf } from '@throughline/service-kit';
import type { Looked } from '../looked.js';
import type { PlaceQuestion } from '../place-rules.js';

const QUIET_MS = 14 * 24 * 60 * 60 * 1000;

/** Whether the deployments of a place fail faster than its objective allows. */
export function lookForBurnRate(
  { name, objective }: AlertRuleOf<'burn-rate'>,
  { place: { service, environment, outcomes }, now }: PlaceQuestion,
): readonly Looked[] {
  const subject = { service, environment };
  const episodes = burnRateEpisodes(outcomes, objective, now);
  const open = episodes.find(({ endedAt }) => endedAt === undefined);
  return [
    {
      ...{ rule: name, kind: 'burn-rate', subject },
      episodes: episodes.map((episode) => ({
        finding: burnRateFinding(episode, subject, objective),
        endedAt: episode.endedAt,
        resolution: episode.resolution,
      })),
      nextLookAt: open && open.lastFailureAt + QUIET_MS,
    },
  ];
}
