import { QUIET_DAYS, type SpikeEpisode, spikeEpisodes, spikeFinding } from '@throughline/dora';
import type { AlertRule } from '@throughline/service-kit';
import type { Episode, Looked } from '../looked.js';
import type { PlaceQuestion } from '../place-rules.js';

const QUIET_MS = QUIET_DAYS * 24 * 60 * 60 * 1000;

type SpikeRule = Extract<AlertRule, { rule: 'change-failure-spike' }>;

/** Whether the deployments of a place fail more often than is usual for it. */
export function lookForSpikes(
  { name, falseAlarmsPerYear }: SpikeRule,
  { place: { service, environment, outcomes }, calibrations, newNormals, now }: PlaceQuestion,
): readonly Looked[] {
  const subject = { service, environment };
  const settings = { calibrations, falseAlarmsPerYear, rebaselinedAt: newNormals };
  const { episodes, current } = spikeEpisodes(outcomes, settings, now);
  const told = (episode: SpikeEpisode): Episode => ({
    finding: spikeFinding(episode, subject),
    endedAt: episode.endedAt,
    resolution: episode.resolution,
  });
  return [
    {
      rule: name,
      kind: 'change-failure-spike',
      subject,
      episodes: episodes.map(told),
      nextLookAt: current === undefined ? undefined : current.lastFailureAt + QUIET_MS,
    },
  ];
}
