import { durationInWords, percentInWords } from '../wording/in-words.js';
import type { AlertSubject, EvidenceNumber, Finding } from './alert.js';
import { QUIET_DAYS } from './spike-episodes.js';
import type { SpikeEpisode } from './spike-episode.js';

/** An episode as it is told, in sentences that whoever reads them can check with the deployments beside them. */
export function spikeFinding(episode: SpikeEpisode, subject: AlertSubject): Finding {
  const { startedAt, acuteAt, lastFailureAt, strip } = episode;
  return {
    severity: acuteAt === undefined ? 'notify' : 'page',
    startedAt,
    lastEventAt: lastFailureAt,
    title: titleOf(episode, subject),
    explanation: explanationOf(episode),
    evidence: { numbers: numbersOf(episode), deployments: strip },
  };
}

function titleOf({ run, baseline, design }: SpikeEpisode, { service, environment }: AlertSubject) {
  const usual = baseline.deployments === 0 ? design.usual : baseline.failed / baseline.deployments;
  return `${service ?? 'a service'} in ${environment ?? 'production'}: ${run.failed} of the last ${run.deployments} deployments failed, usual is ${percentInWords(usual)} %`;
}

function explanationOf(episode: SpikeEpisode): readonly string[] {
  const { run, baseline, design, score, falseAlarmsPerYear, acuteAt } = episode;
  const { points, threshold, usual, runLength } = design;
  const interval = `${percentInWords(baseline.low)} to ${percentInWords(baseline.high)} %`;
  return [
    `Since the score was last 0, ${run.failed} of ${run.deployments} deployments failed, in ${durationInWords((episode.lastFailureAt - run.since) / 1000)}.`,
    baseline.deployments === 0
      ? `Nothing was known of it before; of the services around it about ${percentInWords(usual)} % of changes fail.`
      : `In the 90 days before, the newest week left out, ${baseline.failed} of ${baseline.deployments} failed: with what its neighbours tell, its own rate lies between ${interval} (95 %), and it is held against ${percentInWords(usual)} %.`,
    `Each failure adds ${points} points and each clean deployment takes 1, never below 0; one whose failure may still become known takes less. At ${threshold} it is an alert; now it is at ${score}.`,
    `At its usual rate a score reaches ${threshold} by chance once in ${Math.round(runLength)} deployments, about ${falseAlarmsPerYear.toFixed(1)} times a year.`,
    ...(acuteAt === undefined
      ? []
      : [
          'It pages because so many of five deployments in a row failed that chance would bring it about in less than one of 1,000.',
        ]),
    `It ends when the score is down to ${Math.floor(threshold / 2)}, or when no failure becomes known for ${QUIET_DAYS} days.`,
  ];
}

function numbersOf({
  run,
  baseline,
  design,
  score,
  falseAlarmsPerYear,
}: SpikeEpisode): readonly EvidenceNumber[] {
  return [
    { name: 'failed', label: 'failed since the score was 0', value: run.failed, unit: 'count' },
    {
      name: 'deployments',
      label: 'deployments since the score was 0',
      value: run.deployments,
      unit: 'count',
    },
    {
      name: 'baseline_rate',
      label: 'usual change fail rate',
      value: design.usual,
      unit: 'share',
      low: baseline.low,
      high: baseline.high,
    },
    {
      name: 'baseline_deployments',
      label: 'deployments that it was learnt from',
      value: baseline.deployments,
      unit: 'count',
    },
    { name: 'score', label: 'score', value: score, unit: 'points' },
    { name: 'threshold', label: 'score that is an alert', value: design.threshold, unit: 'points' },
    { name: 'points', label: 'points of a failure', value: design.points, unit: 'points' },
    {
      name: 'false_alarms_per_year',
      label: 'false alarms to be expected',
      value: falseAlarmsPerYear,
      unit: 'per_year',
    },
  ];
}
