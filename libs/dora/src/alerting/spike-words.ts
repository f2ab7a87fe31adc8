import { durationInWords, numberInWords, percentInWords } from '../wording/in-words.js';
import type { AlertSubject, EvidenceNumber, Finding } from './alert.js';
import type { SpikeEpisode } from './spike-episode.js';
import { QUIET_DAYS } from './spike-episodes.js';

/** An episode as it is told, in sentences that whoever reads them can check with the deployments beside them. */
export function spikeFinding(episode: SpikeEpisode, subject: AlertSubject): Finding {
  const { startedAt, acuteAt, lastFailureAt, strip } = episode;
  return {
    severity: acuteAt === undefined ? 'notify' : 'page',
    startedAt,
    lastEventAt: lastFailureAt,
    title: titleOf(episode, subject),
    explanation: [
      whatHappened(episode),
      whatIsUsual(episode),
      howItIsCounted(episode),
      ...whyItPages(episode),
      howSureItIs(episode),
      howItEnds(episode),
    ],
    evidence: { numbers: numbersOf(episode), deployments: strip },
  };
}

function titleOf({ run, design }: SpikeEpisode, { service, environment }: AlertSubject): string {
  const where = [service, environment].filter((name) => name !== undefined).join(' in ');
  return `${where}: ${run.failed} of the last ${run.deployments} deployments failed, ${rateInWords(design.usual)} is usual`;
}

function whatHappened({ run, lastFailureAt }: SpikeEpisode): string {
  const lasted = durationInWords((lastFailureAt - run.since) / 1000);
  return `${run.failed} of ${run.deployments} deployments in a row failed; from the first of them until the last failure was known it took ${lasted}.`;
}

function whatIsUsual({ baseline, design }: SpikeEpisode): string {
  const { failed, deployments, low, high } = baseline;
  const taken = `${rateInWords(design.usual)} is taken for usual`;
  if (deployments === 0) {
    return `Nothing of the service is old enough to learn from; by what is known of others ${taken}.`;
  }
  const [from, to] = [percentInWords(low), percentInWords(high)];
  return `Of the ${deployments} deployments that it is held against ${failed} failed. With what is known of other services its own rate lies between ${from} and ${to} % (95 times in 100); ${taken}, to be on the safe side.`;
}

function howItIsCounted({ design: { points, threshold } }: SpikeEpisode): string {
  return `Each failure adds ${inPoints(points)}, each clean deployment takes 1, or less while its failure may still become known; the score stays between 0 and ${threshold}. At ${threshold} it is an alert.`;
}

function whyItPages({ acuteAt }: SpikeEpisode): readonly string[] {
  if (acuteAt === undefined) return [];
  return [
    'It is a page, whatever the score: of five deployments in a row so many failed as chance brings about less than once in 1,000 times.',
  ];
}

function howSureItIs({ design, falseAlarmsPerYear }: SpikeEpisode): string {
  const { runLength, threshold, delay, target } = design;
  return `While nothing changes the score reaches ${threshold} once in ${numberInWords(Math.round(runLength))} deployments, ${falseAlarmsPerYear.toFixed(1)} times a year; were ${rateInWords(target)} to fail, after about ${Math.round(delay)}.`;
}

function howItEnds({ resolution, score, design }: SpikeEpisode): string {
  const half = design.threshold / 2;
  switch (resolution) {
    case undefined:
      return `The score is ${score}. It ends at ${half}, or when no failure became known for ${QUIET_DAYS} days.`;
    case 'recovered':
      return `It is over: the score came down to ${half}.`;
    case 'quiet':
      return `It is over: no failure became known for ${QUIET_DAYS} days.`;
    case 'new_normal':
      return 'It is over: somebody said that this is normal now.';
  }
}

function rateInWords(rate: number): string {
  return `${Number(percentInWords(rate))} %`;
}

function inPoints(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

function numbersOf(episode: SpikeEpisode): readonly EvidenceNumber[] {
  const { run, baseline, design, score, falseAlarmsPerYear } = episode;
  return [
    { name: 'failed', label: 'failed in a row', value: run.failed, unit: 'count' },
    { name: 'deployments', label: 'deployments in a row', value: run.deployments, unit: 'count' },
    {
      name: 'baseline_rate',
      label: 'usual change fail rate',
      value: design.usual,
      unit: 'share',
      low: baseline.low,
      high: baseline.high,
    },
    {
      name: 'baseline_failed',
      label: 'failures that it was learnt from',
      value: baseline.failed,
      unit: 'count',
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
      name: 'run_length',
      label: 'deployments from one false alarm to the next',
      value: design.runLength,
      unit: 'count',
    },
    {
      name: 'false_alarms_per_year',
      label: 'false alarms to be expected',
      value: falseAlarmsPerYear,
      unit: 'per_year',
    },
  ];
}
