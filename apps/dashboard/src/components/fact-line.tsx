import styles from './fact-line.module.css';
import type { Fact } from './facts.js';

/** What is known of a thing, in a line below its name; what nobody said is left out. */
export function FactLine({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.line}>
      {facts
        .filter(({ value }) => value !== null)
        .map(({ name, value }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd className="said">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
