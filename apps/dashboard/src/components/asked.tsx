import type { ReactNode } from 'react';
import styles from './asked.module.css';
import { Problem } from './problem.js';

interface AskedProps<Data> {
  readonly question: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    /** The data answer the question before, and stay until the answer to this one is there. */
    readonly isPlaceholderData?: boolean;
  };
  /** How high it is going to be, in pixels, so that the page does not jump when the answer comes. */
  readonly height?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What an answer becomes; until it is there, that it is asked for, and else why there is none. */
export function Asked<Data>({ question, height = 120, children }: AskedProps<Data>) {
  const { data, error, isPlaceholderData = false } = question;
  if (data !== undefined) {
    return (
      <div className={styles.answer} aria-busy={isPlaceholderData}>
        {children(data)}
      </div>
    );
  }
  if (error !== null) return <Problem error={error} />;
  return <Asking height={height} />;
}

/** The place of an answer that is not there yet. */
export function Asking({ height }: { readonly height: number }) {
  return (
    <div className={styles.asking} style={{ height }} role="status" aria-busy="true">
      <span className="unseen">Asking…</span>
    </div>
  );
}
