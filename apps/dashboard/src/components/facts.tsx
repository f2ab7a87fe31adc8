import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly name: string;
  /** null where it was not said. */
  readonly value: ReactNode;
}

/** What is known of a thing, line by line; what nobody said is said to be unsaid. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd className="said">{value ?? <span className={styles.unsaid}>not said</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
