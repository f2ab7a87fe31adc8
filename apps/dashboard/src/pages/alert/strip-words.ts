import { reasonInWords } from '../../words/failure-reasons.js';

/** What shows that a deployment failed, the surest first: `its status says so; an incident opened soon after it`. */
export function reasonsInWords(rules: readonly string[]): string {
  return rules.map((rule) => reasonInWords({ rule })).join('; ');
}

/** What a deployment did to the score: `+4`, `−1`; nothing for rules that keep none. */
export function pointsInWords(points: number | null): string {
  if (points === null) return '–';
  const size = scoreInWords(Math.abs(points));
  return points < 0 ? `−${size}` : `+${size}`;
}

/** A score to two digits: `11`, `7.25`. */
export function scoreInWords(score: number): string {
  return String(Math.round(score * 100) / 100);
}
