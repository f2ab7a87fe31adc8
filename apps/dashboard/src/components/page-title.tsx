import type { MetricsAnswer } from '@throughline/api-client';
import { useEffect, type ReactNode } from 'react';
import { useTimezone } from '../filters/use-filters.js';
import { momentInWords, windowInWords } from '../words/dates.js';
import styles from './page-title.module.css';

interface PageTitleProps {
  readonly title: string;
  /** The answer that the page rests on: its window and its age are said. */
  readonly answer?: Pick<MetricsAnswer, 'from' | 'to' | 'freshness' | 'definition'> | undefined;
  readonly children?: ReactNode;
}

/** The page's name, in the window's title too, and which time it is about. */
export function PageTitle({ title, answer, children }: PageTitleProps) {
  const timezone = useTimezone();
  useEffect(() => {
    document.title = `${title} · Throughline`;
  }, [title]);
  return (
    <header className={styles.header}>
      <h1 className="said">{title}</h1>
      {answer !== undefined && (
        <p className={styles.window}>
          {windowInWords(answer.from, answer.to, timezone)} · definition {answer.definition.id}{' '}
          {answer.definition.version}
          {answer.freshness.lastEventAt !== null &&
            ` · newest event ${momentInWords(answer.freshness.lastEventAt, timezone)} ${timezone}`}
        </p>
      )}
      {children}
    </header>
  );
}
