import type { ReactNode } from 'react';
import styles from './message.module.css';

interface MessageProps {
  readonly title: string;
  readonly tone?: 'plain' | 'problem';
  readonly children?: ReactNode;
}

/** What stands where there is nothing to show: what is so, and what to do about it. */
export function Message({ title, tone = 'plain', children }: MessageProps) {
  return (
    <section
      className={styles.message}
      data-tone={tone}
      role={tone === 'problem' ? 'alert' : undefined}
    >
      <h2>{title}</h2>
      {children}
    </section>
  );
}
