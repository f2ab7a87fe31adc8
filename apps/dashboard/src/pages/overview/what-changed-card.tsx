import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { Change } from '../../components/change.js';
import { ExplainedNumber } from '../../explain/explained-number.js';
import { METRICS } from '../../metrics/metric.js';
import type { Row, RowComparison } from '../../metrics/row.js';
import { changeInWords } from '../../words/changes.js';
import styles from './what-changed-card.module.css';
import { largestParts, type Part, whatChanged } from './what-changed.js';

interface WhatChangedCardProps {
  readonly whole: Row | undefined;
  /** What each service did to the rates of the whole; undefined where that is not known. */
  readonly parts: RowComparison | undefined;
  /** A row for each service. */
  readonly services: readonly Row[];
}

const MOST = 8;

/** In words: what is different from the period before, and which services made it so. */
export function WhatChangedCard({ whole, parts, services }: WhatChangedCardProps) {
  const { members, compared, byChance } = whatChanged(services, 'service');
  return (
    <Card title="What changed, and where" says="Against the period of equal length before.">
      <ul className={styles.sentences}>
        {METRICS.map((metric) => {
          const change = whole && changeInWords(metric.comparison(whole), metric.better);
          if (change === undefined || change.direction === 'none') return null;
          return (
            <li key={metric.id}>
              {metric.title} <Change change={change} />
              {partsInWords(partsOf(parts, metric.id))}
            </li>
          );
        })}
      </ul>
      {whole !== undefined &&
        METRICS.every(
          ({ comparison, better }) => changeInWords(comparison(whole), better).direction === 'none',
        ) && <p>Nothing changed clearly for all of it together: what moved, chance explains.</p>}
      {members.length > 0 && (
        <ul className={styles.members}>
          {members.slice(0, MOST).map(({ name, metric, row, change }) => (
            <li key={`${name} ${metric.id}`} className={styles.member}>
              <Link
                to="/services/$service"
                params={{ service: name }}
                className={`said ${styles.name}`}
              >
                {name}
              </Link>
              <span className={styles.metric}>
                {metric.short} now{' '}
                <ExplainedNumber
                  number={metric.number}
                  label={`${metric.title} of ${name}`}
                  of={`service:${name}`}
                >
                  {metric.valueInWords(metric.value(row))}
                </ExplainedNumber>
              </span>
              <Change change={change} />
            </li>
          ))}
        </ul>
      )}
      {compared > 0 && (
        <p className={styles.chance}>
          {members.length} of {compared} comparisons of single services show a clear change;{' '}
          {byChance === 0 ? 'hardly one' : `about ${byChance}`} would by chance alone.
        </p>
      )}
    </Card>
  );
}

function partsOf(parts: RowComparison | undefined, metric: string): readonly Part[] {
  if (metric === 'changeFailRate') return parts?.changeFailRate?.members ?? [];
  if (metric === 'reworkRate') return parts?.reworkRate?.members ?? [];
  return [];
}

function partsInWords(parts: readonly Part[]): string {
  const largest = largestParts(parts, 3);
  if (largest.length === 0) return '';
  const named = largest.map(({ name, rate, mix }) => {
    const points = (rate + mix) * 100;
    const why = Math.abs(mix) > Math.abs(rate) ? ', by its share of deployments' : '';
    return `${name ?? 'without a service'} ${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}${why}`;
  });
  return `, most of it from ${named.join('; ')}.`;
}
