import type { MixMember } from '../answers/comparison.js';

/** Below this, a part is 0.0 points to whoever reads it. */
const NOTHING = 0.0005;

/** The members of a whole that did the most to its change, for better or worse. */
export function largestParts(members: readonly MixMember[], most: number): readonly MixMember[] {
  return members
    .filter((member) => weightOf(member) >= NOTHING)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, most);
}

function weightOf({ rate, mix }: MixMember): number {
  return Math.abs(rate) + Math.abs(mix);
}
