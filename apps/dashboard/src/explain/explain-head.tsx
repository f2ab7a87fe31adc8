import type { ExplainAnswer } from '@throughline/api-client';
import { numberInWords } from '@throughline/dora';
import { momentInWords, windowInWords } from '../words/dates.js';
import styles from './explain-head.module.css';
import { quantileInWords } from './item-in-words.js';
import { namedNumberInWords } from './number-in-words.js';

/** The number, what it means, and how it comes from the items. */
export function ExplainHead({ answer }: { readonly answer: ExplainAnswer }) {
  const { metric, value, says, formula, numerator, denominator, definition, timezone } = answer;
  const quantile = quantileInWords(answer);
  return (
    <>
      <p className={styles.value}>{namedNumberInWords(metric, value)}</p>
      <p className={styles.says}>{says}</p>
      <dl className={styles.facts}>
        <dt>Formula</dt>
        <dd>
          {formula}
          {quantile !== '' && <span className={styles.rule}>{quantile}</span>}
        </dd>
        <dt>Items</dt>
        <dd>
          <strong>{numberInWords(numerator)}</strong> above the line,{' '}
          <strong>{numberInWords(denominator)}</strong> below it
          {answer.days !== null && `, in ${daysInWords(answer.days)}`}
        </dd>
        {answer.days !== null && (
          <>
            <dt>Window</dt>
            <dd>
              {windowInWords(answer.from, answer.to, timezone)}, {timezone}
            </dd>
          </>
        )}
        <dt>Definition</dt>
        <dd>
          {definition.id}, version {definition.version}
        </dd>
        <dt>As of</dt>
        <dd>{momentInWords(answer.asOf, timezone)}</dd>
      </dl>
    </>
  );
}

function daysInWords(days: number): string {
  const rounded = Number(days.toFixed(1));
  return rounded === 1 ? '1 day' : `${numberInWords(rounded)} days`;
}
