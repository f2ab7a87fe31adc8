import type { AlertDetail } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { evidenceInWords } from './evidence-words.js';
import styles from './evidence-numbers.module.css';

/** What an alert was computed from. */
export function EvidenceNumbers({ numbers }: Pick<AlertDetail['evidence'], 'numbers'>) {
  return (
    <Card title="The numbers" says="An interval holds the true value 95 times in 100.">
      <dl className={styles.numbers}>
        {numbers.map((number) => {
          const { value, interval } = evidenceInWords(number);
          return (
            <div key={number.name} className={styles.number}>
              <dt>{number.label}</dt>
              <dd>
                {value}
                {interval !== '' && <span className={styles.interval}> ({interval})</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
