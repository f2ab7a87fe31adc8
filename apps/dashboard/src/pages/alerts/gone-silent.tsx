import type { QualityCheck } from '@throughline/api-client';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { FindingSubject } from '../quality/finding-subject.js';
import styles from './gone-silent.module.css';

/** Sources and services that have been quiet for longer than their rhythm explains. */
export function GoneSilent({ check }: { readonly check: QualityCheck }) {
  const timezone = useTimezone();
  const { count, items, more, remedy } = check;
  return (
    <Card title={`Gone silent: ${count}`} says={remedy}>
      <ul className={styles.silent}>
        {items.map((item, index) => (
          <li key={index}>
            <FindingSubject item={item} />{' '}
            <span className={`said ${styles.says}`}>
              {item.says}
              {item.at !== null && `; last heard ${momentInWords(item.at, timezone)}`}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.more}>
          <Link to="/quality/$check" params={{ check: check.check }}>
            {more} more
          </Link>
        </p>
      )}
    </Card>
  );
}
