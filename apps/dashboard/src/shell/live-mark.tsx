import type { LiveState } from '@throughline/api-client';
import styles from './live-mark.module.css';

/** Says whether the numbers follow the events as they come. */
export function LiveMark({ state }: { readonly state: LiveState }) {
  return (
    <p className={styles.mark} data-state={state}>
      {state === 'open' ? 'Live' : 'Not live: connecting'}
    </p>
  );
}
