import type { DeploymentDetail } from '@throughline/api-client';
import { durationInWords, numberInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { ExplainedNumber } from '../../explain/explained-number.js';
import { ofDeployment } from '../../explain/explain-of.js';
import styles from './deployment-lead-time.module.css';

/** How many commits it was the first to ship, and how long those were on their way. */
export function DeploymentLeadTime({ deployment }: { readonly deployment: DeploymentDetail }) {
  const { commits, mergeCommits, leadTime } = deployment;
  const of = ofDeployment(deployment);
  const numbers = [
    { number: 'commits', name: 'Commits', value: numberInWords(commits) },
    { number: 'mergeCommits', name: 'of them merges', value: numberInWords(mergeCommits) },
    { number: 'leadTime.p50', name: 'Lead time p50', value: durationInWords(leadTime.p50) },
    { number: 'leadTime.p75', name: 'p75', value: durationInWords(leadTime.p75) },
    { number: 'leadTime.p90', name: 'p90', value: durationInWords(leadTime.p90) },
    { number: 'leadTime.mean', name: 'mean', value: durationInWords(leadTime.mean) },
  ];
  return (
    <Card
      title="What it brought"
      says="From when a commit was authored to here; merges carry none."
    >
      <dl className={styles.numbers}>
        {numbers.map(({ number, name, value }) => (
          <div key={number} className={styles.number}>
            <dt>{name}</dt>
            <dd>
              <ExplainedNumber number={`deployment.${number}`} label={name} of={of}>
                {value}
              </ExplainedNumber>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
