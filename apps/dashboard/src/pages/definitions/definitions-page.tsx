import type { Definition } from '@throughline/api-client';
import { useQuery } from '@tanstack/react-query';
import { definitionsQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { PageTitle } from '../../components/page-title.js';
import { chosenDefinition, DEFINED_METRICS } from '../../explain/defined-metrics.js';
import { useAddress } from '../../filters/use-filters.js';
import { DefinitionCards } from './definition-cards.js';
import styles from './definitions-page.module.css';
import { FailureRules } from './failure-rules.js';

/** Every definition beside the others, in words that a person can check. */
export function DefinitionsPage() {
  const answer = useQuery(definitionsQuestion());
  return (
    <>
      <PageTitle title="Definitions">
        <p className={styles.says}>
          What a number means is a choice, and tools choose differently. Each page can be read by
          any of these; the events are the same, so that what differs is the definition alone.
        </p>
      </PageTitle>
      <Asked question={answer} height={600}>
        {({ items }) => <Definitions definitions={items} />}
      </Asked>
    </>
  );
}

function Definitions({ definitions }: { readonly definitions: readonly Definition[] }) {
  const chosen = chosenDefinition(definitions, useAddress().definition)?.id;
  return (
    <div className={styles.page}>
      <Card title="Who says so">
        <DefinitionCards definitions={definitions} chosen={chosen} />
      </Card>
      {DEFINED_METRICS.map(({ id, title, asks }) => (
        <div key={id} id={id} className={styles.metric}>
          <Card title={title} says={asks}>
            <dl className={styles.words}>
              {definitions.map((definition) => (
                <div key={definition.id} data-chosen={definition.id === chosen}>
                  <dt>{definition.id}</dt>
                  <dd>{definition.metrics[id]}</dd>
                </div>
              ))}
            </dl>
          </Card>
        </div>
      ))}
      <FailureRules definitions={definitions} />
    </div>
  );
}
