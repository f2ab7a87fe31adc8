import type { AlertItem } from '@throughline/api-client';
import { groupBy } from '@throughline/dora';
import { subjectInWords } from '../../alerts/alert-words.js';

/** The episodes of one service, or of what else alerts are about. */
export interface Lane {
  readonly name: string;
  /** Episodes that overlap stand under one another, oldest first each. */
  readonly tracks: readonly (readonly AlertItem[])[];
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** How many services have alerts and no lane. */
  readonly leftOut: number;
}

/** A lane for each thing that alerts were about, those with most episodes first. */
export function lanesOf(alerts: readonly AlertItem[], most: number): Lanes {
  const byName = groupBy(alerts, laneOf);
  const lanes = [...byName]
    .sort(
      ([name, episodes], [other, others]) =>
        others.length - episodes.length || name.localeCompare(other),
    )
    .map(([name, episodes]) => ({ name, tracks: tracksOf(episodes) }));
  return { lanes: lanes.slice(0, most), leftOut: Math.max(0, lanes.length - most) };
}

/** What several services have in common has a lane of its own. */
function laneOf({ kind, subject }: AlertItem): string {
  const about = subjectInWords(subject);
  return kind === 'common-cause' ? `common causes, ${about}` : about;
}

/** Each episode goes where the one before it is over, or begins a track of its own. */
function tracksOf(episodes: readonly AlertItem[]): readonly (readonly AlertItem[])[] {
  const tracks: AlertItem[][] = [];
  const oldestFirst = episodes.toSorted(
    (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  );
  for (const episode of oldestFirst) {
    const start = Date.parse(episode.startedAt);
    const free = tracks.find((track) => endOf(track.at(-1)) <= start);
    if (free === undefined) tracks.push([episode]);
    else free.push(episode);
  }
  return tracks;
}

function endOf(episode: AlertItem | undefined): number {
  return episode?.resolvedAt == null ? Infinity : Date.parse(episode.resolvedAt);
}
