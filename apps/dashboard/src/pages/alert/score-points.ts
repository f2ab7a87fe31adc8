import type { AlertDetail } from '@throughline/api-client';

type Evidence = AlertDetail['evidence'];

/** The score after each deployment, and where it becomes an alert. */
export interface ScorePoints {
  /** One a deployment, in their order; null where the rule gave none. */
  readonly scores: readonly (number | null)[];
  readonly threshold: number | null;
}

/** What of the evidence is drawn as a line; undefined for rules that keep no score. */
export function scorePoints({ deployments, numbers }: Evidence): ScorePoints | undefined {
  const scores = deployments.map(({ scoreAfter }) => scoreAfter);
  if (scores.every((score) => score === null)) return undefined;
  const threshold = numbers.find(({ name, unit }) => name === 'threshold' && unit === 'points');
  return { scores, threshold: threshold?.value ?? null };
}
