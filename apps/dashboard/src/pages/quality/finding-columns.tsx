import type { QualityItem } from '@throughline/api-client';
import type { Column } from '../../components/data-table.js';
import { LongText } from '../../components/long-text.js';
import { Moment } from '../../components/moment.js';
import styles from './finding-columns.module.css';
import { FindingSubject } from './finding-subject.js';

export const FINDING_COLUMNS: readonly Column<QualityItem>[] = [
  {
    id: 'at',
    title: 'When',
    cell: ({ at }) => <Moment time={at} />,
  },
  {
    id: 'thing',
    title: 'What',
    cell: (item) => (
      <div className={styles.what}>
        <span className={styles.thing}>{item.thing.replaceAll('_', ' ')}</span>
        <FindingSubject item={item} />
      </div>
    ),
  },
  {
    id: 'where',
    title: 'Where',
    cell: (item) => <div className={`said ${styles.where}`}>{whereOf(item)}</div>,
  },
  {
    id: 'says',
    title: 'What is the matter',
    cell: ({ says }) => (
      <div className={styles.says}>
        <LongText text={says} />
      </div>
    ),
  },
];

export function keyOfFinding(item: QualityItem): string {
  const { thing, id, services, environment, repository, source } = item;
  return JSON.stringify([thing, id, services, environment, repository, source]);
}

function whereOf({ services, environment, repository, source }: QualityItem): string {
  const parts = [services.join(', '), environment, repository, source];
  return parts.filter((part) => part !== null && part !== '').join(' · ') || '–';
}
