import type { IncidentItem } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { incidentQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { LongText } from '../../components/long-text.js';
import { PageTitle } from '../../components/page-title.js';
import { useAddress } from '../../filters/use-filters.js';
import { Causes } from './causes.js';
import { secondsOf } from './incident-duration.js';
import { IncidentFacts } from './incident-facts.js';
import styles from './incident-page.module.css';
import { IncidentState } from './incident-state.js';

const page = getRouteApi('/incidents/$source/$id');

/** One incident: how long it lasted, and which deployments it goes back to. */
export function IncidentPage() {
  const address = page.useParams();
  const { definition } = useAddress();
  const question = useQuery(incidentQuestion(address, definition ? { definition } : {}));
  return (
    <>
      <PageTitle title={`Incident ${address.id}`}>
        {question.data && <Head incident={question.data} />}
      </PageTitle>
      <Asked question={question} height={320}>
        {(incident) => (
          <div className={styles.page}>
            <Card
              title="What it goes back to"
              says={`The deployments that it makes failures of, by the definition ${definition ?? 'dora'}.`}
            >
              {incident.links.length === 0 ? (
                <NoCause incident={incident} />
              ) : (
                <Causes links={incident.links} />
              )}
            </Card>
            <IncidentFacts incident={incident} />
          </div>
        )}
      </Asked>
    </>
  );
}

function Head({ incident }: { readonly incident: IncidentItem }) {
  const { title, resolvedAt } = incident;
  return (
    <>
      {title !== null && (
        <p className={styles.title}>
          <LongText text={title} />
        </p>
      )}
      <p className={styles.state}>
        <IncidentState open={resolvedAt === null} /> {resolvedAt === null ? 'for' : 'after'}{' '}
        {durationInWords(secondsOf(incident))}
      </p>
    </>
  );
}

function NoCause({ incident: { causedBy } }: { readonly incident: IncidentItem }) {
  return (
    <p className={styles.none}>
      {causedBy === null
        ? 'It names no cause, and no deployment is linked to it by a rule that the definition believes. Not every incident comes from a deployment; where one does, name it in causedBy, or give a verdict on the deployment.'
        : 'It names a cause that is no deployment that is known here, or that several services have. Send that deployment, or correct causedBy.'}
    </p>
  );
}
