import type { QualityCheck } from '@throughline/api-client';
import { numberInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { percentInWords } from '../../words/numbers.js';
import styles from './checks.module.css';

interface ChecksProps {
  readonly title: string;
  readonly says: string;
  readonly checks: readonly QualityCheck[];
}

const SHAPES = { warning: '▲', notice: '●', ok: '✓' } as const;

/** Checks of one severity: how many were found, what that means, what to do. */
export function Checks({ title, says, checks }: ChecksProps) {
  return (
    <Card title={`${title}: ${checks.length}`} says={says}>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check.check} className={styles.check}>
            <span aria-hidden="true" className={styles.shape} data-severity={check.severity}>
              {SHAPES[check.severity]}
            </span>
            <div>
              <h3 data-found={check.count > 0}>
                {check.count === 0 ? (
                  check.title
                ) : (
                  <Link to="/quality/$check" params={{ check: check.check }}>
                    {check.title}
                  </Link>
                )}
              </h3>
              {check.count > 0 && (
                <>
                  <p>{check.says}</p>
                  <p className={styles.remedy}>{check.remedy}</p>
                </>
              )}
            </div>
            <p className={styles.count}>{countInWords(check)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function countInWords({ count, of, share }: QualityCheck): string {
  if (of === null) return numberInWords(count);
  const among = `${numberInWords(count)} of ${numberInWords(of)}`;
  return share === null || count === 0 ? among : `${among} · ${percentInWords(share)}`;
}
