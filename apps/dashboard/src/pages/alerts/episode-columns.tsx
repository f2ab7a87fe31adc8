import type { AlertItem } from '@throughline/api-client';
import { AlertLink } from '../../alerts/alert-link.js';
import { kindInWords, lastedInWords, resolutionInWords } from '../../alerts/alert-words.js';
import { SeverityMark } from '../../alerts/severity-mark.js';
import { Whose } from '../../alerts/whose.js';
import type { Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import styles from './episode-columns.module.css';

export const EPISODE_COLUMNS: readonly Column<AlertItem>[] = [
  { id: 'began', title: 'Began', cell: ({ startedAt }) => <Moment time={startedAt} /> },
  {
    id: 'alert',
    title: 'Alert',
    cell: ({ id, title, kind, parentId }) => (
      <div className={styles.alert}>
        <AlertLink id={id}>{title}</AlertLink>
        <span className={styles.second}>
          {kindInWords(kind)}
          {parentId !== null && ', a part of a common cause'}
        </span>
      </div>
    ),
  },
  {
    id: 'severity',
    title: 'Severity',
    cell: (alert) => <SeverityMark {...alert} />,
  },
  {
    id: 'whose',
    title: 'Whose',
    cell: (alert) => (
      <div className={styles.whose}>
        <Whose {...alert} />
      </div>
    ),
  },
  {
    id: 'lasted',
    title: 'Fired for',
    align: 'end',
    cell: (alert) => <span className={styles.line}>{lastedInWords(alert, Date.now())}</span>,
  },
  {
    id: 'end',
    title: 'How it ended',
    cell: ({ state, resolution }) =>
      state === 'firing' ? (
        <strong className={styles.firing}>still firing</strong>
      ) : (
        resolutionInWords(resolution)
      ),
  },
  {
    id: 'acknowledged',
    title: 'Taken on by',
    cell: ({ acknowledged }) => <span className="said">{acknowledged?.by ?? '–'}</span>,
  },
];
