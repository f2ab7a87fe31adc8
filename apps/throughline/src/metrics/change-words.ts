import { percentInWords } from '@throughline/dora';
import type { Change } from '../answers/comparison.js';
import type { MetricName } from './number-words.js';

/** What a person calls a number that is higher or lower. */
const DIRECTIONS: Readonly<
  Record<MetricName, { readonly higher: string; readonly lower: string }>
> = {
  deploymentFrequency: { higher: 'more often', lower: 'less often' },
  changeLeadTime: { higher: 'longer', lower: 'shorter' },
  changeFailRate: { higher: 'higher', lower: 'lower' },
  recoveryTime: { higher: 'longer', lower: 'shorter' },
  reworkRate: { higher: 'higher', lower: 'lower' },
  timeToRestore: { higher: 'longer', lower: 'shorter' },
};

/**
 * What changed, as far as chance allows to say: `no clear change (−30 % to +153 %)`,
 * `higher, +5.2 points (+1.1 to +9.4)`.
 *
 * @param change null where the periods were not compared
 */
export function changeInWords(metric: MetricName, change: Change | null | undefined): string {
  if (change === null || change === undefined) return 'not compared';
  switch (change.verdict) {
    case 'too_little_data':
      return 'too little data to tell';
    case 'no_clear_change':
      return `no clear change (${intervalInWords(change)})`;
    default: {
      const direction = DIRECTIONS[metric][change.verdict];
      return change.change === null
        ? direction
        : `${direction}, ${sizeInWords(change.change, change)} (${intervalInWords(change)})`;
    }
  }
}

function intervalInWords(change: Change): string {
  const { low, high, measure } = change;
  const unit = measure === 'difference' ? ' points' : '';
  const [from, to] = [low, high].map((end) =>
    end === null ? 'unknown' : sizeInWords(end, change).replace(' points', ''),
  );
  return `${from ?? ''} to ${to ?? ''}${unit}`;
}

/** A difference of shares in percentage points, a ratio as what it adds or takes away. */
function sizeInWords(size: number, { measure }: Change): string {
  return measure === 'difference' ? pointsInWords(size) : signed(size - 1, ' %');
}

/** A difference of two shares: `+5.2 points`. */
export function pointsInWords(difference: number): string {
  return signed(difference, ' points');
}

function signed(share: number, unit: string): string {
  const size = percentInWords(Math.abs(share));
  const sign = size === '0.0' ? '±' : share < 0 ? '−' : '+';
  return `${sign}${size}${unit}`;
}
