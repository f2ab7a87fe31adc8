import type { AlertItem } from '@throughline/api-client';
import { useTimezone } from '../filters/use-filters.js';
import { momentInWords } from '../words/dates.js';
import { counted } from '../words/numbers.js';
import { AlertLink } from './alert-link.js';
import styles from './alert-list.module.css';
import { kindInWords, lastedInWords, resolutionInWords, unsaidInWords } from './alert-words.js';
import type { Firing } from './firing.js';
import { SeverityMark } from './severity-mark.js';
import { Whose } from './whose.js';

interface AlertListProps {
  readonly alerts: readonly Firing[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** They stand under their common cause, which need not be said of each. */
  readonly areParts?: boolean;
}

/** Alerts: how much each matters, since when, whose it is, and who has taken it on. */
export function AlertList({ alerts, now, areParts = false }: AlertListProps) {
  return (
    <ul className={styles.list}>
      {alerts.map(({ alert, parts }) => (
        <li
          key={alert.id}
          className={styles.entry}
          data-severity={alert.severity}
          data-state={alert.state}
        >
          <p className={styles.head}>
            <SeverityMark {...alert} />
            <span className={styles.title}>
              <AlertLink id={alert.id}>{alert.title}</AlertLink>
            </span>
          </p>
          <Facts alert={alert} now={now} isPart={areParts} />
          {alert.unsaid !== null && alert.unsaid !== 'part_of_parent' && (
            <p className={styles.unsaid}>{unsaidInWords(alert.unsaid)}</p>
          )}
          {parts.length > 0 && (
            <details className={styles.parts}>
              <summary>{counted(parts.length, 'part')} of this common cause</summary>
              <AlertList
                alerts={parts.map((part) => ({ alert: part, parts: [] }))}
                now={now}
                areParts
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FactsProps {
  readonly alert: AlertItem;
  readonly now: number;
  readonly isPart: boolean;
}

function Facts({ alert, now, isPart }: FactsProps) {
  const timezone = useTimezone();
  const { startedAt, kind, state, resolution, acknowledged, parentId } = alert;
  return (
    <ul className={styles.facts}>
      <li>
        {state === 'firing' && 'since '}
        <time dateTime={startedAt}>{momentInWords(startedAt, timezone)}</time>, for{' '}
        {lastedInWords(alert, now)}
        {state === 'resolved' && `; ${resolutionInWords(resolution)}`}
      </li>
      <li>{kindInWords(kind)}</li>
      {kind !== 'common-cause' && (
        <li>
          <Whose {...alert} />
        </li>
      )}
      {!isPart && parentId !== null && (
        <li>
          a part of <AlertLink id={parentId}>a common cause</AlertLink>
        </li>
      )}
      {acknowledged !== null && (
        <li>
          taken on by <strong className="said">{acknowledged.by}</strong>,{' '}
          {momentInWords(acknowledged.at, timezone)}
        </li>
      )}
      {acknowledged === null && state === 'firing' && <li>nobody has taken it on</li>}
    </ul>
  );
}
