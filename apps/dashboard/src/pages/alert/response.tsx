import type { AlertDetail } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { LongText } from '../../components/long-text.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { canBeNormal } from './new-normal.js';
import styles from './response.module.css';
import { TakeOn } from './take-on.js';

/** Who has taken an alert on, and how to. */
export function Response({ alert }: { readonly alert: AlertDetail }) {
  const { acknowledged, state } = alert;
  return (
    <Card title="Who is on it">
      {acknowledged !== null && <Said acknowledged={acknowledged} />}
      {state === 'firing' && acknowledged === null && <TakeOn alert={alert} />}
      {state === 'firing' && acknowledged !== null && canBeNormal(alert) && (
        <details className={`${styles.more} unprinted`}>
          <summary>Say that this is the new normal</summary>
          <TakeOn alert={alert} asNormal />
        </details>
      )}
      {state === 'resolved' && acknowledged === null && (
        <p className={styles.nobody}>Nobody took it on while it fired.</p>
      )}
    </Card>
  );
}

function Said({
  acknowledged,
}: {
  readonly acknowledged: NonNullable<AlertDetail['acknowledged']>;
}) {
  const timezone = useTimezone();
  const { by, at, note, newNormal } = acknowledged;
  return (
    <div>
      <p>
        <strong className="said">{by}</strong> took it on, {momentInWords(at, timezone)}
        {newNormal && ', and said that this is the new normal'}
        {note === null ? '.' : ':'}
      </p>
      {note !== null && (
        <blockquote className={styles.note}>
          <LongText text={note} />
        </blockquote>
      )}
    </div>
  );
}
