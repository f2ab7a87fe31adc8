import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly says?: ReactNode;
  /** Buttons at its right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Card({ title, says, tools, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.header}>
        <div>
          <h2 className="said">{title}</h2>
          {says !== undefined && <p className={styles.says}>{says}</p>}
        </div>
        {tools !== undefined && <div className={`${styles.tools} unprinted`}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}
