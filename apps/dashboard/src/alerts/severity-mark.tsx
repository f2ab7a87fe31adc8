import type { AlertItem } from '@throughline/api-client';
import styles from './severity-mark.module.css';

const SHAPES = { page: '▲', notify: '●', over: '✓' } as const;
const WORDS = { page: 'Page', notify: 'Notify' } as const;

/** How much an alert matters, paler once it is over: by a shape, a word, and a colour. */
export function SeverityMark({ severity, state }: Pick<AlertItem, 'severity' | 'state'>) {
  const tone = state === 'resolved' ? 'over' : severity;
  return (
    <span className={styles.mark} data-tone={tone}>
      <span aria-hidden="true">{SHAPES[tone]}</span>
      {WORDS[severity]}
    </span>
  );
}
