import { durationInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { ExplainedNumber } from '../../explain/explained-number.js';
import type { Row } from '../../metrics/row.js';
import styles from './lead-time-stages.module.css';

const STAGES = [
  { id: 'coding', name: 'Coding', says: 'first commit to opened' },
  { id: 'pickup', name: 'Pickup', says: 'opened to first review' },
  { id: 'review', name: 'Review', says: 'first review to merged' },
  { id: 'waiting', name: 'Waiting', says: 'merged to the start of the deployment' },
  { id: 'deploying', name: 'Deploying', says: 'the deployment itself' },
] as const;

/** Where the time of changes goes, stage by stage. Medians do not add up, so each has a bar of its own. */
export function LeadTimeStages({
  row,
  of,
}: {
  readonly row: Row | undefined;
  readonly of?: string;
}) {
  const stages = row?.leadTimeStages;
  const longest = Math.max(1, ...STAGES.map(({ id }) => stages?.[id].p90 ?? 0));
  return (
    <Card
      title="Where the time goes"
      says="Of changes that were shipped: the median of each stage, and up to where 90 % of them are. Medians of stages do not add up to that of the whole."
    >
      {stages === undefined || stages.changes + stages.commitsWithoutChange === 0 ? (
        <p className={styles.none}>No change was first shipped in this window.</p>
      ) : (
        <ul className={styles.stages}>
          {STAGES.map(({ id, name, says }) => {
            const { p50, p90, n } = stages[id];
            return (
              <li key={id} className={styles.stage}>
                <span className={styles.name}>
                  {name} <span className={styles.says}>{says}</span>
                </span>
                <span className={styles.track} data-stage={id}>
                  <span className={styles.most} style={{ width: share(p90, longest) }} />
                  <span className={styles.median} style={{ width: share(p50, longest) }} />
                </span>
                <span className={styles.value}>
                  <ExplainedNumber
                    number={`leadTimeStages.${id}.p50`}
                    label={`Median of ${name.toLowerCase()}`}
                    of={of}
                  >
                    {durationInWords(p50)}
                  </ExplainedNumber>
                  <span className={styles.n}>
                    {p90 === null ? '' : `90 % in ${durationInWords(p90)} · `}n {n}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function share(seconds: number | null, longest: number): string {
  return `${((seconds ?? 0) / longest) * 100}%`;
}
