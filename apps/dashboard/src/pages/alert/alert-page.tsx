import type { AlertDetail } from '@throughline/api-client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { alertQuestion } from '../../api/alert-questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { PageTitle } from '../../components/page-title.js';
import { AlertHead } from './alert-head.js';
import styles from './alert-page.module.css';
import { Deliveries } from './deliveries.js';
import { EvidenceNumbers } from './evidence-numbers.js';
import { EvidenceStrip } from './evidence-strip.js';
import { OtherEpisodes } from './other-episodes.js';
import { Parts } from './parts.js';
import { Response } from './response.js';

const page = getRouteApi('/alerts/$id');

/** One alert: what it says, what that rests on, who has taken it on, who was told, and whether it was so before. */
export function AlertPage() {
  const { id } = page.useParams();
  const question = useQuery(alertQuestion(id));
  return (
    <>
      <PageTitle title={question.data?.title ?? 'Alert'}>
        {question.data && <AlertHead alert={question.data} now={question.dataUpdatedAt} />}
      </PageTitle>
      <Asked question={question} height={400}>
        {(alert) => <Everything alert={alert} now={question.dataUpdatedAt} />}
      </Asked>
    </>
  );
}

interface EverythingProps {
  readonly alert: AlertDetail;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function Everything({ alert, now }: EverythingProps) {
  const { children, evidence, explanation, history } = alert;
  return (
    <div className={styles.page}>
      <Card title="Why">
        <ol className={styles.explanation}>
          {explanation.map((sentence, index) => (
            <li key={index} className="said">
              {sentence}
            </li>
          ))}
        </ol>
      </Card>
      <Response alert={alert} />
      <div className={styles.part}>
        {evidence.deployments.length > 0 && <EvidenceStrip alert={alert} />}
        {children.length > 0 && <Parts parts={children} now={now} />}
        {evidence.numbers.length > 0 && <EvidenceNumbers numbers={evidence.numbers} />}
      </div>
      <div className={styles.part}>
        <Deliveries alert={alert} />
        <OtherEpisodes history={history} now={now} />
      </div>
    </div>
  );
}
