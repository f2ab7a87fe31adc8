import type { Comparison } from '../metrics/row.js';

/** Whether a change is one that people hoped for; a change that chance explains is neither. */
export type Tone = 'better' | 'worse' | 'neutral';

export interface ChangeInWords {
  readonly tone: Tone;
  readonly direction: 'up' | 'down' | 'none';
  /** `−23 %`, `+2.1 points`, `no clear change`. */
  readonly text: string;
  /** The interval of the change in words, for who wants to know how sure that is. */
  readonly detail: string;
}

export function changeInWords(
  comparison: Comparison | null,
  better: 'higher' | 'lower',
): ChangeInWords {
  const none = { tone: 'neutral', direction: 'none', detail: '' } as const;
  if (comparison === null) return { ...none, text: 'nothing to compare with' };
  const { verdict, change, low, high } = comparison;
  const detail =
    change === null || low === null || high === null
      ? ''
      : `${amount(comparison, change)}, 95 % interval from ${amount(comparison, low)} to ${amount(comparison, high)}`;
  if (verdict === 'too_little_data') return { ...none, detail, text: 'too little data to compare' };
  if (verdict === 'no_clear_change' || change === null) {
    return { ...none, detail, text: 'no clear change' };
  }
  return {
    tone: verdict === better ? 'better' : 'worse',
    direction: verdict === 'higher' ? 'up' : 'down',
    text: amount(comparison, change),
    detail,
  };
}

/** A difference of shares in percentage points; a ratio as what it adds or takes in percent. */
function amount({ measure }: Comparison, change: number): string {
  if (measure === 'difference') return `${signed((change * 100).toFixed(1))} points`;
  if (change >= 3) return `×${change.toFixed(1)}`;
  return `${signed(((change - 1) * 100).toFixed(0))} %`;
}

function signed(text: string): string {
  if (Number(text) === 0) return '±0';
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}
