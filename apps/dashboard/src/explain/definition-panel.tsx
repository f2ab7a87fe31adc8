import type { Definition } from '@throughline/api-client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { definitionsQuestion } from '../api/questions.js';
import { Asked } from '../components/asked.js';
import { Message } from '../components/message.js';
import { useAddress, useChangeAddress } from '../filters/use-filters.js';
import { chosenFirst, DEFINED_METRICS, type DefinedMetric } from './defined-metrics.js';
import styles from './definition-panel.module.css';
import { SidePanel } from './side-panel.js';

/** Says what a metric means, over the page, while its address says `define`. */
export function DefinitionPanel() {
  const { define, definition } = useAddress();
  const change = useChangeAddress();
  const answer = useQuery({ ...definitionsQuestion(), enabled: define !== undefined });
  if (define === undefined) return null;
  const metric = DEFINED_METRICS.find(({ id }) => id === define);
  return (
    <SidePanel
      title={metric?.title ?? define}
      over="What it means"
      onClose={() => {
        change({ define: undefined });
      }}
    >
      {metric === undefined ? (
        <Message title="There is no metric of that name" />
      ) : (
        <Asked question={answer}>
          {({ items }) => <Words metric={metric} definitions={chosenFirst(items, definition)} />}
        </Asked>
      )}
    </SidePanel>
  );
}

interface WordsProps {
  readonly metric: DefinedMetric;
  readonly definitions: readonly Definition[];
}

function Words({ metric, definitions: [chosen, ...others] }: WordsProps) {
  if (chosen === undefined) return null;
  return (
    <div className={styles.words}>
      <p className={styles.asks}>{metric.asks}</p>
      <section className={styles.chosen} aria-label={`As ${chosen.id} has it`}>
        <h3>
          {chosen.id}{' '}
          <span className={styles.title}>
            {chosen.title}, version {chosen.version}
          </span>
        </h3>
        <p>{chosen.metrics[metric.id]}</p>
      </section>
      <h3>How others say it</h3>
      <dl className={styles.others}>
        {others.map(({ id, title, metrics }) => (
          <div key={id}>
            <dt>
              {id} <span className={styles.title}>{title}</span>
            </dt>
            <dd>{metrics[metric.id]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/definitions" hash={metric.id}>
          All definitions, side by side
        </Link>
      </p>
    </div>
  );
}
