import type { ChangeInWords } from '../words/changes.js';
import styles from './change.module.css';

const ARROWS = { up: '↑', down: '↓', none: '' } as const;

/** How a number differs from the period before: its direction by an arrow, whether it is hoped for by colour. */
export function Change({ change }: { readonly change: ChangeInWords }) {
  const { tone, direction, text, detail } = change;
  return (
    <span className={styles.change} data-tone={tone} title={detail === '' ? undefined : detail}>
      {direction !== 'none' && <span aria-hidden="true">{ARROWS[direction]} </span>}
      {text}
      {tone !== 'neutral' && <span className="unseen"> ({tone})</span>}
    </span>
  );
}
