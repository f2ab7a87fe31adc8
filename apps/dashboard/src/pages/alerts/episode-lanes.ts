import type { AlertItem } from '@throughline/api-client';
import { groupBy } from '@throughline/dora';
import { subjectInWords } from '../../alerts/alert-words.js';

/** The episodes of one service, or of what else alerts are about. */
export interface Lane {
  readonly name: string;
  readonly episodes: readonly AlertItem[];
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** How many services have alerts and no lane. */
  readonly leftOut: number;
}

/** A lane for each thing that alerts were about, those with most episodes first. */
export function lanesOf(alerts: readonly AlertItem[], most: number): Lanes {
  const byName = groupBy(alerts, ({ subject }) => subjectInWords(subject));
  const lanes = [...byName]
    .map(([name, episodes]) => ({ name, episodes }))
    .sort((a, b) => b.episodes.length - a.episodes.length || a.name.localeCompare(b.name));
  return { lanes: lanes.slice(0, most), leftOut: Math.max(0, lanes.length - most) };
}
