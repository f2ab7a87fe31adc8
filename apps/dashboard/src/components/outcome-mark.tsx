import type { Outcome } from '../words/outcomes.js';
import styles from './outcome-mark.module.css';

const SHAPES = { fine: '✓', failed: '✕', running: '…', unknown: '–' } as const;

/** What became of a deployment: by a shape, a word, and a colour. */
export function OutcomeMark({ is, text }: Pick<Outcome, 'is' | 'text'>) {
  return (
    <span className={styles.mark} data-outcome={is}>
      <span aria-hidden="true" className={styles.shape}>
        {SHAPES[is]}
      </span>
      {text}
    </span>
  );
}
